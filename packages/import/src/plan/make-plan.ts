/** From a file to the plan of its import. Changes nothing and asks no server. */
import { hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { centsToText, hasAtMost, maxDescriptionCharacters } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import type { Source } from "../read/source.ts";
import { survey } from "../read/survey.ts";
import { type Booking, ignoredReasons, type Row } from "../rows/row.ts";
import type { FormatChoice } from "../formats/choose-format.ts";
import type { Given } from "../given/given.ts";
import type { Layout } from "../sniff/layout.ts";
import { type Categorised, type Categoriser, categorise } from "../categories/categorise.ts";
import { openRows } from "./open-rows.ts";
import { Identifier, type Identity } from "../identity/identify.ts";
import { countPlanned, emptyOutcome, type ExpenseRow, type Outcome } from "./outcome.ts";
import { type Detected, planFormat, type PlanEnd, type PlanHead, type PlanRow } from "./plan.ts";
import { PlanWriter } from "./plan-file.ts";
import type { RejectedRow } from "./rejects-file.ts";
import { newTemporaryFile } from "../temporary.ts";

export interface PlanOptions {
  source: Source;
  /** Where the plan is written: an empty file. */
  plan: FileHandle;
  given: Given;
  formats: FormatChoice;
  /** Told how the file is read, once that is known. */
  onLayout: (layout: Layout) => void;
  /** Told instead that it is one of Outlay's own, which leave nothing open. */
  onOwnFile: () => void;
  /** What is known of earlier imports, for the batch of a key. */
  pastFor: (key: string, origins: ReadonlySet<string>) => Promise<Past>;
  /** Told now and then which part of it is done, from 0 to 1. */
  onProgress: (fraction: number) => void;
  /** `--skip-invalid`. */
  mayLeaveOut: boolean;
  /** Given each row that is rejected. */
  onRejected: (row: RejectedRow) => void;
}

interface Past {
  categoriser: Categoriser;
  /** How many rows of each key the imports have that these rows were rejected from. */
  met: ReadonlyMap<string, number>;
  /** Whether there is an expense with an external id already. */
  isStored: (externalId: string) => boolean;
}

export interface MadePlan {
  head: PlanHead;
  end: PlanEnd;
  /** What carrying it out is going to do, for what is stored. */
  preview: Outcome;
}

function shortened(description: string): string {
  if (hasAtMost(description, maxDescriptionCharacters)) return description;
  return `${Array.from(description)
    .slice(0, maxDescriptionCharacters - 1)
    .join("")}…`;
}

/** Makes rows into lines of the plan, the words of continuing rows beside those they continue. */
class Planner {
  readonly #categoriser: Categoriser;
  readonly #identifier: Identifier;
  #held: { booking: Booking; more: string } | undefined;
  readonly #after: PlanRow[] = [];
  #settled: PlanRow[] = [];

  constructor(categoriser: Categoriser, identifier: Identifier) {
    this.#categoriser = categoriser;
    this.#identifier = identifier;
  }

  add(row: Row): void {
    if (row.kind === "continued") {
      if (this.#held) this.#held.more += ` ${row.text}`;
      this.#after.push({ kind: "ignored", line: row.line, reason: ignoredReasons.words });
      return;
    }
    this.end();
    if (row.kind === "expense") this.#held = { booking: row.booking, more: "" };
    else if (row.kind === "rejected") this.#after.push(row);
    else this.#after.push({ ...row, reason: ignoredReasons[row.reason] });
  }

  /** Nothing more belongs to the last row. */
  end(): void {
    if (this.#held) this.#settled.push(this.#planned(this.#held.booking, this.#held.more));
    this.#held = undefined;
    for (const line of this.#after.splice(0)) this.#settled.push(line);
  }

  /** The lines that have been settled since the last time. */
  take(): PlanRow[] {
    const settled = this.#settled;
    this.#settled = [];
    return settled;
  }

  #categorised({ recorded, description, text, category }: Booking, more: string): Categorised {
    // What Outlay has recorded is imported as it was.
    if (recorded) return { category: recorded.category, tags: recorded.tags, by: "file" };
    const said = { description, text: `${text}${more}`, fileCategory: category };
    return categorise(this.#categoriser, said);
  }

  #identified(booking: Booking): Identity {
    const externalId = booking.recorded?.externalId;
    return externalId == null ? this.#identifier.identify(booking) : { externalId, knownAs: [] };
  }

  #planned(booking: Booking, more: string): PlanRow {
    const { line, day, amountCents, feeCents, description, currency } = booking;
    const { category, tags, by } = this.#categorised(booking, more);
    const { externalId, knownAs } = this.#identified(booking);
    const expense: ExpenseRow["expense"] = {
      amount: centsToText(amountCents + feeCents),
      description: shortened(description),
      category,
      date: day,
      tags: [...tags],
      external_id: externalId,
    };
    if (knownAs.length > 0) expense.known_as = [...knownAs];
    return { kind: "expense", line, by, currency, expense };
  }
}

/** The same bytes for the same account make the same batch. */
const batchKey = (digest: string, account: string | undefined): string =>
  `file-${hash("sha256", JSON.stringify([digest, bareWords(account ?? "")]), "base64url").slice(0, 32)}`;

/** The encoding of a file that nobody has said one of, and whose bytes could be in several. */
const guessedEncoding = (detected: Detected | null): string | undefined =>
  detected?.encoding.startsWith("utf-") ? undefined : detected?.encoding;

/** Tells how far it has been read; its start may be read more than once. */
function watched(source: Source, onBytes: (bytes: number) => void): Source {
  let furthest = 0;
  return {
    ...source,
    async *chunks() {
      let bytes = 0;
      for await (const chunk of source.chunks()) {
        bytes += chunk.length;
        furthest = Math.max(furthest, bytes);
        onBytes(furthest);
        yield chunk;
      }
    },
  };
}

/** @param copy where records may be kept meanwhile: an empty file */
async function planned(options: PlanOptions, copy: FileHandle): Promise<MadePlan> {
  const { source, given, formats } = options;
  options.onProgress(0);
  const { encoding, digest, sizeBytes } = await survey(
    source,
    given.encoding ?? formats.wanted?.encoding,
  );
  // A bank's file is looked through before its rows are read, which then are known to be so many.
  let passCount = 2;
  const onPassed = (passed: number) => options.onProgress(Math.min(1, passed / passCount));
  const { detected, layout, table, origins, rows, balanceGaps } = await openRows(
    watched(source, (bytes) => onPassed(bytes / sizeBytes)),
    encoding,
    given,
    formats,
    copy,
  );
  if (!layout) passCount = 1;
  const accounts = { given: given.account, otherwise: layout?.format?.account ?? undefined };
  if (layout) options.onLayout(layout);
  else if (detected) options.onOwnFile();
  const key = batchKey(digest, accounts.given ?? accounts.otherwise);
  const past = await options.pastFor(key, origins);
  const said = given.encoding ?? formats.wanted?.encoding ?? layout?.format?.encoding;
  const guessed = said === undefined ? guessedEncoding(detected) : undefined;
  const planner = new Planner(past.categoriser, new Identifier(accounts, past.met, guessed));
  const head: PlanHead = {
    format: planFormat,
    source: source.name,
    key,
    detected,
    skip_invalid: options.mayLeaveOut,
  };
  const writer = new PlanWriter(options.plan, head);
  const preview = emptyOutcome();
  const write = async () => {
    const lines = planner.take();
    for (const line of lines) countPlanned(preview, line, past.isStored);
    await writer.add(lines);
  };
  let count = 0;
  for await (const some of rows) {
    for (const { row, cells } of some) {
      if (row.kind === "rejected")
        options.onRejected({ cells, reason: row.reason, table, keys: [...origins, key] });
      planner.add(row);
    }
    await write();
    count += some.length;
    if (layout) onPassed(1 + count / layout.rowCount);
  }
  planner.end();
  await write();
  preview.balanceGaps = balanceGaps();
  const end = await writer.end(
    { new: preview.imported, duplicates: preview.duplicates },
    preview.balanceGaps.map(({ lines, missingCents }) => ({ lines, missing_cents: missingCents })),
  );
  return { head, end, preview };
}

/** @throws ImportRefusal unsure, unreadable, bad_option */
export async function makePlan(options: PlanOptions): Promise<MadePlan> {
  const copy = await newTemporaryFile();
  try {
    return await planned(options, copy);
  } finally {
    await copy.close();
  }
}
