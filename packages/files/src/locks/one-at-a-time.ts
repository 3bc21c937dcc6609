/**
 * Runs one piece of work while the next is prepared, so that waiting for the disk costs no time.
 */
export class OneAtATime {
  #work: Promise<{ error: unknown } | undefined> = Promise.resolve(undefined);

  /**
   * Starts work as soon as the previous work has ended.
   * @throws whatever the previous work threw; then nothing is started
   */
  async start(work: () => Promise<void>): Promise<void> {
    await this.end();
    this.#work = work().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
  }

  /**
   * Waits for the work under way.
   * @throws whatever it threw
   */
  async end(): Promise<void> {
    const failed = await this.#work;
    if (failed) throw failed.error;
  }
}
