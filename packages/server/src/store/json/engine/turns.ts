/** Runs one piece of work after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#last.then(work);
    // The next one waits for this one, however it ends; the caller gets a failure through `done`.
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Fulfilled when all work taken so far has ended. */
  async end(): Promise<void> {
    await this.#last;
  }
}
