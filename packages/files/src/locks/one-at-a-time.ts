/** Work that goes on while the next is made ready: the disk is waited for meanwhile. */
export class OneAtATime {
  #work: Promise<{ error: unknown } | undefined> = Promise.resolve(undefined);

  /** Starts work as soon as what was started before has ended. @throws what that threw; then nothing is started */
  async start(work: () => Promise<void>): Promise<void> {
    await this.end();
    this.#work = work().then(
      () => undefined,
      (error: unknown) => ({ error }),
    );
  }

  /** Waits for what was started. @throws what it threw */
  async end(): Promise<void> {
    const failed = await this.#work;
    if (failed) throw failed.error;
  }
}
