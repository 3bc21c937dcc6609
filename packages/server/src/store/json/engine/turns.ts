/** Does one thing after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    // The next one waits for this one, however it ends; the caller hears of a failure from `done`.
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Over when all that was taken is. */
  async end(): Promise<void> {
    await this.#last;
  }
}
