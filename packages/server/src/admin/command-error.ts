/** The exit codes of `outlay-server`, which are those of `outlay` (contract 2). */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  notFound: 5,
  refused: 6,
  unavailable: 7,
} as const;

/** What a command ends with that it was not to end with. */
export class CommandError extends Error {
  readonly exitCode: number;

  /** @param message what, why, and what to type next */
  constructor(exit: keyof typeof exitCodes, message: string) {
    super(message);
    this.name = "CommandError";
    this.exitCode = exitCodes[exit];
  }
}
