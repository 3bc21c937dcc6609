/** A plan as a file. Plans are read line by line, so that their length doesn't matter. */
import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import * as v from "valibot";
import { ImportRefusal } from "../refusal.ts";
import { bytesOf, linesOf, newTemporaryFile, writing } from "../temporary.ts";
import { countRow, emptyOutcome, isNewRow, type Outcome, type RowMoney } from "./outcome.ts";
import { type PlanEnd, planEnd, type PlanHead, planHead, type PlanRow, planRow } from "./plan.ts";
import { PlanWriter } from "./plan-writer.ts";

/** @param name the plan's name in messages */
const noPlan = (name: string, why: string) =>
  new ImportRefusal(
    "bad_plan",
    `${name} can't be carried out as a plan: ${why}.`,
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
  throw noPlan(name, "it is damaged, or was made by another version of Outlay");
}

/** Yields all lines of a plan but the last, several at a time, and returns the last. */
async function* linesBeforeEnd(file: FileHandle): AsyncGenerator<string[], string> {
  let last: string | undefined;
  for await (const lines of linesOf(file)) {
    const known = last === undefined ? lines : [last, ...lines];
    last = known.pop();
    if (known.length > 0) yield known;
  }
  return last ?? "";
}

/** A plan, and the outcome of carrying it out over the stored expenses. */
export interface PlanReview {
  head: PlanHead;
  end: PlanEnd;
  preview: Outcome;
}

/** A file without a name: it exists only while it is open, and nobody else can open it. */
export class PlanFile {
  readonly #file: FileHandle;

  /** @param file an empty file */
  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Starts a plan in the file, which has to be empty. */
  begin(head: PlanHead): PlanWriter {
    return new PlanWriter(this.#file, head);
  }

  /** Copies an existing plan into the file. @throws ImportRefusal storage_full, storage_unavailable */
  async take(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of chunks) await writing(() => this.#file.writeFile(chunk));
  }

  /** Returns the bytes of the whole plan, to be saved elsewhere. */
  bytes(): AsyncIterable<Uint8Array> {
    return bytesOf(this.#file);
  }

  /** Yields the rows of a plan that was made here or has been reviewed. */
  async *rows(): AsyncIterable<readonly PlanRow[]> {
    let headLines = 1;
    for await (const lines of linesBeforeEnd(this.#file)) {
      yield lines.slice(headLines).map((line) => JSON.parse(line) as PlanRow);
      headLines = 0;
    }
  }

  /**
   * Checks a plan from an untrusted source.
   * @param name the plan's name in messages
   * @param isStored whether an expense with an external id is stored
   * @param money the rules for currencies
   * @throws ImportRefusal bad_plan, if the plan is damaged or incomplete
   */
  async review(
    name: string,
    isStored: (externalId: string) => boolean,
    money?: RowMoney,
  ): Promise<PlanReview> {
    const head = await this.head(name);
    const preview = emptyOutcome();
    const end = await this.#check(name, (row) =>
      countRow(preview, row, isNewRow(row, isStored), money),
    );
    preview.balanceGaps = (end.balance_gaps ?? []).map(({ lines, missing_cents }) => ({
      lines,
      missingCents: missing_cents,
    }));
    return { head, end, preview };
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Reads the first line of a plan from an untrusted source. @throws ImportRefusal bad_plan */
  async head(name: string): Promise<PlanHead> {
    for await (const [line] of linesOf(this.#file)) {
      if (line !== undefined) return parsed(name, line, planHead);
    }
    throw noPlan(name, "it is empty");
  }

  /** @param onRow called with each row, before the plan is known to be whole */
  async #check(name: string, onRow: (row: PlanRow) => void): Promise<PlanEnd> {
    const hash = createHash("sha256");
    const pieces = linesBeforeEnd(this.#file);
    let headLines = 1;
    for (;;) {
      const { done, value } = await pieces.next();
      if (done) {
        const { end } = parsed(name, value, planEnd);
        if (hash.digest("hex") !== end.sha256)
          throw noPlan(name, "it has been changed since it was written");
        return end;
      }
      hash.update(`${value.join("\n")}\n`);
      for (const line of value.slice(headLines)) onRow(parsed(name, line, planRow));
      headLines = 0;
    }
  }
}

/**
 * Opens an empty plan file, which the caller closes.
 * @throws ImportRefusal storage_full, storage_unavailable
 */
export const newPlanFile = async (): Promise<PlanFile> => new PlanFile(await newTemporaryFile());
