/** Writes and reads plans, a line at a time, so that their length doesn't matter. */
import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { OneAtATime } from "@outlay/files";
import * as v from "valibot";
import { linesOf, writing } from "../temporary.ts";
import { ImportRefusal } from "../refusal.ts";
import {
  centsIn,
  type PlanEnd,
  planEnd,
  type PlanHead,
  planHead,
  type PlanRow,
  planRow,
} from "./plan.ts";

const flushCharacters = 256 * 1024;

export class PlanWriter {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash("sha256");
  readonly #writing = new OneAtATime();
  #waiting: string;
  readonly #counts = { read: 0, expenses: 0, ignored: 0, rejected: 0, total_cents: 0 };

  /** @param file an empty one */
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

/** @param name what people call the plan */
const noPlan = (name: string, why: string) =>
  new ImportRefusal(
    "bad_plan",
    `${name} is no plan that can be carried out: ${why}.`,
    "Make it again with: outlay import FILE --dry-run --plan PLAN",
  );

function parsed<Schema extends v.GenericSchema>(
  name: string,
  line: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw noPlan(name, "it is damaged");
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw noPlan(name, "it is damaged, or made by another version");
}

/** The first line of a plan. @throws ImportRefusal bad_plan */
export async function readPlanHead(file: FileHandle, name: string): Promise<PlanHead> {
  for await (const [line] of linesOf(file)) {
    if (line !== undefined) return parsed(name, line, planHead);
  }
  throw noPlan(name, "it is empty");
}

/** The lines of a plan but the last, some at a time; then that. */
async function* linesBeforeEnd(file: FileHandle): AsyncGenerator<string[], string> {
  let last: string | undefined;
  for await (const lines of linesOf(file)) {
    const known = last === undefined ? lines : [last, ...lines];
    last = known.pop();
    if (known.length > 0) yield known;
  }
  return last ?? "";
}

/** The rows of a plan that this command has written, or looked over. */
export async function* readPlanRows(file: FileHandle): AsyncGenerator<readonly PlanRow[]> {
  let headLines = 1;
  for await (const lines of linesBeforeEnd(file)) {
    yield lines.slice(headLines).map((line) => JSON.parse(line) as PlanRow);
    headLines = 0;
  }
}

/**
 * Reads a plan of anybody's through; gives its end.
 * @param name what people call it
 * @param onRow is told each row, before it is known that the plan is whole
 * @throws ImportRefusal bad_plan if it isn't whole
 */
export async function checkPlan(
  file: FileHandle,
  name: string,
  onRow: (row: PlanRow) => void,
): Promise<PlanEnd> {
  await readPlanHead(file, name);
  const hash = createHash("sha256");
  const pieces = linesBeforeEnd(file);
  let headLines = 1;
  for (;;) {
    const { done, value } = await pieces.next();
    if (done) {
      const { end } = parsed(name, value, planEnd);
      if (hash.digest("hex") !== end.sha256) throw noPlan(name, "it is not as it was written");
      return end;
    }
    hash.update(`${value.join("\n")}\n`);
    for (const line of value.slice(headLines)) onRow(parsed(name, line, planRow));
    headLines = 0;
  }
}
