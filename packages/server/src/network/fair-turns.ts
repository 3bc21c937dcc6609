export interface FairTurnsOptions {
  /** How much is done at a time. */
  atOnce: number;
  /** How many of one place may wait; whoever comes then is refused. */
  maxAtPlace: number;
  /** How many may wait in all: where there are as many, the place that has most of them makes room. */
  maxWaiting: number;
  refusal: () => Error;
}

interface Job {
  begin: (onEnd: () => void) => void;
  refuse: () => void;
}

/**
 * Work that takes its time, done for one place after the other: whoever asks once waits for a turn of each place that
 * asks, however much the others ask for.
 */
export class FairTurns {
  readonly #options: FairTurnsOptions;
  /** In the order in which it is their turn. */
  readonly #waiting = new Map<string, Job[]>();
  #waitingCount = 0;
  #underWay = 0;

  constructor(options: FairTurnsOptions) {
    this.#options = options;
  }

  /** @throws the refusal, and what the work throws */
  take<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
    const { maxAtPlace, maxWaiting, refusal } = this.#options;
    return new Promise((resolve, reject) => {
      const own = this.#waiting.get(place) ?? [];
      const isFull = this.#waitingCount >= maxWaiting && !this.#makeRoom(own.length);
      if (isFull || own.length >= maxAtPlace) {
        reject(refusal());
        return;
      }
      own.push({
        begin(onEnd) {
          const result = Promise.resolve().then(work);
          // Whoever asked for the work is told what became of it.
          result.then(resolve, reject);
          result.then(onEnd, onEnd);
        },
        refuse: () => reject(refusal()),
      });
      this.#waiting.set(place, own);
      this.#waitingCount += 1;
      this.#goOn();
    });
  }

  /** How many places are remembered. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Refuses the last that has come to the place with most, if that has more than so many. */
  #makeRoom(count: number): boolean {
    let most: Job[] = [];
    for (const jobs of this.#waiting.values()) if (jobs.length > most.length) most = jobs;
    if (most.length <= count + 1) return false;
    most.pop()?.refuse();
    this.#waitingCount -= 1;
    return true;
  }

  #goOn(): void {
    for (const [place, jobs] of this.#waiting) {
      if (this.#underWay >= this.#options.atOnce) return;
      // At the end again, if more of it waits: a map has its entries in the order in which they were put there.
      this.#waiting.delete(place);
      const job = jobs.shift();
      if (jobs.length > 0) this.#waiting.set(place, jobs);
      if (job) this.#begin(job);
    }
  }

  #begin(job: Job): void {
    this.#waitingCount -= 1;
    this.#underWay += 1;
    job.begin(() => {
      this.#underWay -= 1;
      this.#goOn();
    });
  }
}
