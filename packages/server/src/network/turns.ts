/** Runs work one after the other for each name, with a limit for each place. */
export class Turns {
  readonly #maxAtPlace: number;
  readonly #last = new Map<string, Promise<void>>();
  readonly #atPlace = new Map<string, number>();

  constructor(maxAtPlace: number) {
    this.#maxAtPlace = maxAtPlace;
  }

  /** @throws the error from `tooMany` if the place has reached its limit, and any error of the work */
  async take<Result>(
    { name, place, tooMany }: { name: string; place: string; tooMany: () => Error },
    work: () => Promise<Result>,
  ): Promise<Result> {
    if ((this.#atPlace.get(place) ?? 0) >= this.#maxAtPlace) throw tooMany();
    this.#count(place, 1);
    const turn = (this.#last.get(name) ?? Promise.resolve()).then(work);
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(name, over);
    try {
      return await turn;
    } finally {
      if (this.#last.get(name) === over) this.#last.delete(name);
      this.#count(place, -1);
    }
  }

  #count(place: string, change: number): void {
    const count = (this.#atPlace.get(place) ?? 0) + change;
    if (count === 0) this.#atPlace.delete(place);
    else this.#atPlace.set(place, count);
  }

  /** The number of names and places remembered. */
  get size(): number {
    return this.#last.size + this.#atPlace.size;
  }
}
