/** Writes a plan, several lines at a time, so that its length doesn't matter. */
import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { OneAtATime } from "@outlay/files";
import { writing } from "../temporary.ts";
import { centsIn, type PlanEnd, type PlanHead, type PlanRow } from "./plan.ts";

const flushCharacters = 256 * 1024;

export class PlanWriter {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash("sha256");
  readonly #writing = new OneAtATime();
  #waiting: string;
  readonly #counts = { read: 0, expenses: 0, ignored: 0, rejected: 0, total_cents: 0 };

  /** @param file an empty file */
  constructor(file: FileHandle, head: PlanHead) {
    this.#file = file;
    this.#waiting = `${JSON.stringify(head)}\n`;
  }

  async add(rows: Iterable<PlanRow>): Promise<void> {
    for (const row of rows) {
      this.#counts.read += 1;
      if (row.kind === "expense") {
        this.#counts.expenses += 1;
        this.#counts.total_cents += centsIn(row.expense.amount);
      } else this.#counts[row.kind] += 1;
      this.#waiting += `${JSON.stringify(row)}\n`;
      if (this.#waiting.length > flushCharacters) await this.#flush();
    }
  }

  async end(shown: PlanEnd["shown"], gaps: PlanEnd["balance_gaps"] = []): Promise<PlanEnd> {
    await this.#flush();
    await this.#writing.end();
    const balance = gaps.length > 0 ? { balance_gaps: gaps } : {};
    const end = { ...this.#counts, ...balance, shown, sha256: this.#hash.digest("hex") };
    await writing(() => this.#file.writeFile(`${JSON.stringify({ end })}\n`));
    return end;
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#waiting);
    this.#waiting = "";
    this.#hash.update(bytes);
    await this.#writing.start(() => writing(() => this.#file.writeFile(bytes)));
  }
}
