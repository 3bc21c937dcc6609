/** Writes and reads plans, a line at a time, so that their length doesn't matter. */
import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { errorCode } from "@outlay/files";
import * as v from "valibot";
import { writing } from "../temporary.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
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
const pieceBytes = 256 * 1024;

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
    writer.#waiting = `${JSON.stringify(head)}\n`;
    return writer;
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

/** Lines with what ends them taken off, as many at a time as a piece of the file has. */
async function* linesOf(path: string): AsyncIterable<string[]> {
  let rest = "";
  try {
    for await (const piece of createReadStream(path, {
      encoding: "utf8",
      highWaterMark: pieceBytes,
    })) {
      const lines = (rest + String(piece)).split("\n");
      rest = lines.pop() ?? "";
      yield lines;
    }
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw usageError(`${path} can't be read: ${String(error)}`);
  }
  if (rest !== "") yield [rest];
}

/** The first line of a plan. @throws CliError usage */
export async function readPlanHead(path: string, name = path): Promise<PlanHead> {
  for await (const [line] of linesOf(path)) {
    if (line !== undefined) return parsed(name, line, planHead);
  }
  throw noPlan(name, "it is empty");
}

/**
 * The rows of a plan as `readLine` gives them, some at a time.
 * @throws CliError usage, at the latest behind the last row, if the plan isn't as it was written
 */
async function* rowsOf(
  path: string,
  name: string,
  readLine: (line: string) => PlanRow,
): AsyncIterable<readonly PlanRow[]> {
  const hash = createHash("sha256");
  let last: string | undefined;
  let isHead = true;
  for await (const lines of linesOf(path)) {
    // The last line of all isn't a row, and isn't part of what the checksum is of.
    const known = last === undefined ? lines : [last, ...lines];
    last = known.pop();
    if (known.length === 0) continue;
    hash.update(`${known.join("\n")}\n`);
    const rows = isHead ? known.slice(1) : known;
    isHead = false;
    yield rows.map(readLine);
  }
  const { end } = parsed(name, last ?? "", planEnd);
  if (hash.digest("hex") !== end.sha256) throw noPlan(name, "it is not as it was written");
}

/** The rows of a plan that this command has written, or looked over. @throws CliError usage */
export const readPlanRows = (path: string): AsyncIterable<readonly PlanRow[]> =>
  rowsOf(path, path, (line) => JSON.parse(line) as PlanRow);

/**
 * Reads a plan of anybody's through.
 * @param name what people call it
 * @param onRow is told each row, before it is known that the plan is whole
 * @throws CliError usage if it isn't whole
 */
export async function checkPlan(
  path: string,
  name: string,
  onRow: (row: PlanRow) => void,
): Promise<void> {
  await readPlanHead(path, name);
  for await (const rows of rowsOf(path, name, (line) => parsed(name, line, planRow))) {
    for (const row of rows) onRow(row);
  }
}
