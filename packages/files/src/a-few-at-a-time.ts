/** Work that goes on while the next is made ready: disks and servers are waited for meanwhile. */
export class AFewAtATime {
  readonly #limit: number;
  readonly #underWay = new Set<Promise<void>>();
  #failed: { error: unknown } | undefined;

  constructor(limit = 1) {
    this.#limit = limit;
  }

  /**
   * Starts work as soon as fewer than the limit are under way.
   * @throws what any of it has thrown; then nothing is started
   */
  async start(work: () => Promise<void>): Promise<void> {
    while (this.#underWay.size >= this.#limit) await Promise.race(this.#underWay);
    this.#throwFailed();
    const done = work()
      .catch((error: unknown) => {
        this.#failed ??= { error };
      })
      .finally(() => this.#underWay.delete(done));
    this.#underWay.add(done);
  }

  /** Waits for all that was started. @throws what the first of it that failed has thrown */
  async end(): Promise<void> {
    await Promise.all(this.#underWay);
    this.#throwFailed();
  }

  #throwFailed(): void {
    if (this.#failed) throw this.#failed.error;
  }
}
