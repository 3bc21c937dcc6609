export interface FairTurnsOptions {
  /** The number of jobs that run at the same time. */
  atOnce: number;
  /** The maximum number of waiting jobs of one place; further ones are refused. */
  maxAtPlace: number;
  /**
   * The maximum number of waiting jobs in all. If it is reached, the place with the most jobs makes room.
   */
  maxWaiting: number;
  refusal: () => Error;
}

interface Job {
  begin: (onEnd: () => void) => void;
  refuse: () => void;
}

/**
 * Runs slow jobs of several places in turn: a place with one job waits for only one job of every other place, no
 * matter how many they have.
 */
export class FairTurns {
  readonly #options: FairTurnsOptions;
  /** The places in the order of their turns. */
  readonly #waiting = new Map<string, Job[]>();
  #waitingCount = 0;
  #underWay = 0;

  constructor(options: FairTurnsOptions) {
    this.#options = options;
  }

  /** @throws the refusal, and any error of the work */
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
          // The caller that asked for the work gets its outcome.
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

  /** The number of places remembered. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Refuses the latest job of the place with the most, if it has more than `count`. */
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
      // If the place has more jobs, it moves to the end, because a map keeps its entries in insertion order.
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
