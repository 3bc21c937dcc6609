/** From a file to the plan of its import. Changes nothing and asks no server. */
import { createHash } from "node:crypto";
import {
  centsToText,
  characterCount,
  type ExpenseCategory,
  maxDescriptionCharacters,
} from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import { readRecords } from "../read/records.ts";
import type { Source } from "../read/source.ts";
import { survey } from "../read/survey.ts";
import { RowReader } from "../rows/read-row.ts";
import { type Booking, ignoredReasons, type Row } from "../rows/row.ts";
import { type Given } from "../sniff/given.ts";
import type { Layout } from "../sniff/layout.ts";
import { sniff } from "../sniff/sniff.ts";
import { type Categoriser, categorise } from "./categorise.ts";
import { detectedOf } from "./detected.ts";
import { Identifier } from "./identify.ts";
import { planFormat, type PlanEnd, type PlanRow } from "./plan.ts";
import { PlanWriter } from "./plan-file.ts";

export interface PlanOptions {
  source: Source;
  /** Where the plan is written: a path where nothing is yet. */
  path: string;
  given: Given;
  /** `--account`. */
  account: string | undefined;
  categoriser: Categoriser;
  /** Told now and then how many rows have been read. */
  onProgress: (rows: number) => void;
  /** Given each row that is rejected, as it stands in the file. */
  onRejected: (cells: readonly string[], reason: string, layout: Layout) => void;
}

function shortened(description: string): string {
  if (characterCount(description) <= maxDescriptionCharacters) return description;
  return `${Array.from(description)
    .slice(0, maxDescriptionCharacters - 1)
    .join("")}…`;
}

/** Makes rows into lines of the plan, the words of continuing rows beside those they continue. */
class Planner {
  readonly #categoriser: Categoriser;
  readonly #identifier: Identifier;
  #held: { booking: Booking; more: string } | undefined;
  #after: PlanRow[] = [];

  constructor(categoriser: Categoriser, account: string | undefined) {
    this.#categoriser = categoriser;
    this.#identifier = new Identifier(account);
  }

  /** The lines that are settled now. */
  add(row: Row): PlanRow[] {
    if (row.kind === "continued") {
      if (this.#held) this.#held.more += ` ${row.text}`;
      this.#after.push({ kind: "ignored", line: row.line, reason: ignoredReasons.words });
      return [];
    }
    const settled = this.end();
    if (row.kind === "expense") this.#held = { booking: row.booking, more: "" };
    else if (row.kind === "rejected") this.#after.push(row);
    else this.#after.push({ ...row, reason: ignoredReasons[row.reason] });
    return settled;
  }

  end(): PlanRow[] {
    const held = this.#held;
    const settled = [...(held ? [this.#planned(held.booking, held.more)] : []), ...this.#after];
    this.#held = undefined;
    this.#after = [];
    return settled;
  }

  #planned(booking: Booking, more: string): PlanRow {
    const { line, day, amountCents, feeCents, description, text, currency } = booking;
    const { category, tags, by } = categorise(this.#categoriser, {
      description,
      text: `${text}${more}`,
      fileCategory: booking.category,
    });
    return {
      kind: "expense",
      line,
      by,
      currency,
      expense: {
        amount: centsToText(amountCents + feeCents),
        description: shortened(description),
        category: category satisfies ExpenseCategory,
        date: day,
        tags: [...tags],
        external_id: this.#identifier.externalIdOf(booking),
      },
    };
  }
}

/** The same bytes for the same account make the same batch. */
const batchKey = (digest: string, account: string | undefined): string =>
  `file-${createHash("sha256")
    .update(JSON.stringify([digest, bareWords(account ?? "")]))
    .digest("base64url")
    .slice(0, 32)}`;

const progressRows = 1000;

/** @throws CliError import_unsure, usage */
export async function makePlan(options: PlanOptions): Promise<PlanEnd> {
  const { source, path, given, account, categoriser, onProgress, onRejected } = options;
  const { encoding, digest } = await survey(source, given.encoding);
  const layout = await sniff(source, encoding, given);
  const writer = await PlanWriter.create(path, {
    format: planFormat,
    source: source.name,
    key: batchKey(digest, account),
    detected: layout ? detectedOf(layout) : null,
  });
  try {
    if (layout) {
      const reader = new RowReader(layout);
      const planner = new Planner(categoriser, account);
      let rows = 0;
      for await (const record of readRecords(source, encoding, layout.delimiter)) {
        const row = record.line < layout.firstLine ? undefined : reader.read(record);
        if (!row) continue;
        rows += 1;
        if (rows % progressRows === 0) onProgress(rows);
        if (row.kind === "rejected") onRejected(record.cells, row.reason, layout);
        for (const line of planner.add(row)) await writer.add(line);
      }
      for (const line of planner.end()) await writer.add(line);
    }
    return await writer.end();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}
