/** The exit codes of `outlay-server`, which are the same as those of `outlay`. */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  notFound: 5,
  refused: 6,
  unavailable: 7,
} as const;

/** Ends a command with an exit code and a message. */
export class CommandError extends Error {
  readonly exitCode: number;

  /** @param message what happened, why, and what to type next */
  constructor(exit: keyof typeof exitCodes, message: string) {
    super(message);
    this.name = "CommandError";
    this.exitCode = exitCodes[exit];
  }
}
