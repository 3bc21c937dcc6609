/** What was found out about one thing, as `outlay doctor --json` shows it. */
export interface Check {
  check: string;
  /** A fault must be mended; a note is worth knowing. */
  state: "ok" | "note" | "fault";
  message: string;
  /** What to do next. A command stands at its end, behind a colon. */
  hint: string | null;
}

/** The ways in which the check of this name can end. */
export const checkOf = (check: string) => ({
  ok: (message: string): Check => ({ check, state: "ok", message, hint: null }),
  note: (message: string, hint: string): Check => ({ check, state: "note", message, hint }),
  fault: (message: string, hint: string): Check => ({ check, state: "fault", message, hint }),
});
