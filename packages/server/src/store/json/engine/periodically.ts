/** Does something again and again, never twice at once, until it is ended. */
export class Periodically {
  #timer: NodeJS.Timeout | undefined;
  #underWay: Promise<void> | undefined;

  /** @param work never rejects */
  begin(everyMs: number, work: () => Promise<void>): void {
    const start = () => {
      this.#underWay ??= work().finally(() => (this.#underWay = undefined));
    };
    this.#timer = setInterval(start, everyMs).unref();
  }

  /** Fulfilled when work that was under way has ended. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#underWay;
  }
}
