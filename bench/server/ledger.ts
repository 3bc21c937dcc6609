import { ask, type Send } from "./api.ts";

/** The changes that the server has acknowledged, by the ids that the client gave. */
export class Ledger {
  readonly #acknowledged = new Set<string>();

  acknowledge(externalIds: readonly string[]): void {
    for (const externalId of externalIds) this.#acknowledged.add(externalId);
  }

  get size(): number {
    return this.#acknowledged.size;
  }

  /** The number of acknowledged changes that the server doesn't have. */
  async lostIn(send: Send): Promise<number> {
    const { text } = await ask(send, "GET", "/expenses/");
    const stored = new Set(
      (JSON.parse(text) as { external_id: string | null }[]).map(({ external_id: id }) => id),
    );
    return [...this.#acknowledged].filter((externalId) => !stored.has(externalId)).length;
  }
}
