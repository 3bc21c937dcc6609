/** The result of one check, as `outlay doctor --json` shows it. */
export interface Check {
  check: string;
  /** A fault must be repaired; a note is worth knowing. */
  state: "ok" | "note" | "fault";
  message: string;
  /** The next step to take. If there is a command for it, the text ends with that command, after a colon. */
  hint: string | null;
}

/** The possible results of the check of this name. */
export const checkOf = (check: string) => ({
  ok: (message: string): Check => ({ check, state: "ok", message, hint: null }),
  note: (message: string, hint: string): Check => ({ check, state: "note", message, hint }),
  fault: (message: string, hint: string): Check => ({ check, state: "fault", message, hint }),
});
