/** Writes and reads plans, a line at a time, so that their length doesn't matter. */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { decimalToCents, parseDecimal } from "@outlay/shared";
import * as v from "valibot";
import { writing } from "../temporary.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { type PlanEnd, planEnd, type PlanHead, planHead, type PlanRow, planRow } from "./plan.ts";

const flushCharacters = 256 * 1024;

export const centsIn = (amount: string): number => {
  const decimal = parseDecimal(amount);
  return decimal ? decimalToCents(decimal) : 0;
};

export class PlanWriter {
  readonly #file: FileHandle;
  readonly #hash: Hash = createHash("sha256");
  #waiting = "";
  readonly #counts = { read: 0, expenses: 0, ignored: 0, rejected: 0, total_cents: 0 };

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** @param path a file that isn't there yet, readable by nobody else */
  static async create(path: string, head: PlanHead): Promise<PlanWriter> {
    const writer = new PlanWriter(await writing(() => open(path, "wx", 0o600)));
    await writer.#write(head);
    return writer;
  }

  async add(row: PlanRow): Promise<void> {
    this.#counts.read += 1;
    if (row.kind === "expense") {
      this.#counts.expenses += 1;
      this.#counts.total_cents += centsIn(row.expense.amount);
    } else this.#counts[row.kind] += 1;
    await this.#write(row);
  }

  async end(): Promise<PlanEnd> {
    await this.#flush();
    const end = { ...this.#counts, sha256: this.#hash.digest("hex") };
    await writing(() => this.#file.writeFile(`${JSON.stringify({ end })}\n`));
    await this.#file.close();
    return end;
  }

  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #write(value: unknown): Promise<void> {
    this.#waiting += `${JSON.stringify(value)}\n`;
    if (this.#waiting.length > flushCharacters) await this.#flush();
  }

  async #flush(): Promise<void> {
    this.#hash.update(this.#waiting);
    const text = this.#waiting;
    this.#waiting = "";
    await writing(() => this.#file.writeFile(text));
  }
}

const noPlan = (path: string, why: string) =>
  new CliError("usage", `${path} is no plan that can be carried out: ${why}.`, {
    hint: "Make it again with: outlay import FILE --dry-run --plan PLAN",
  });

function parsed<Schema extends v.GenericSchema>(
  path: string,
  line: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw noPlan(path, "it is damaged");
  }
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  throw noPlan(path, "it is damaged, or made by another version");
}

async function* linesOf(path: string): AsyncIterable<string> {
  const input = createReadStream(path, "utf8");
  try {
    yield* createInterface({ input, crlfDelay: Infinity });
  } catch (error) {
    throw usageError(`${path} can't be read: ${String(error)}`);
  } finally {
    input.destroy();
  }
}

/** The first line of a plan. @throws CliError usage */
export async function readPlanHead(path: string, name = path): Promise<PlanHead> {
  for await (const line of linesOf(path)) return parsed(name, line, planHead);
  throw noPlan(name, "it is empty");
}

/** The rows of a plan. @throws CliError usage, at the latest behind the last row, if it isn't whole */
export async function* readPlanRows(path: string, name = path): AsyncIterable<PlanRow> {
  const hash = createHash("sha256");
  let previous: string | undefined;
  let isHead = true;
  for await (const line of linesOf(path)) {
    if (previous !== undefined) {
      hash.update(`${previous}\n`);
      if (!isHead) yield parsed(name, previous, planRow);
      isHead = false;
    }
    previous = line;
  }
  const { end } = parsed(name, previous ?? "", planEnd);
  if (hash.digest("hex") !== end.sha256) throw noPlan(name, "it is not as it was written");
}

/**
 * Reads a plan through.
 * @param name what people call it
 * @throws CliError usage if it isn't whole
 */
export async function checkPlan(path: string, name = path): Promise<void> {
  await readPlanHead(path, name);
  for await (const row of readPlanRows(path, name)) void row;
}
