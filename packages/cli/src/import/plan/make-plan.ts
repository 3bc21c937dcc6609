/** From a file to the plan of its import. Changes nothing and asks no server. */
import { hash } from "node:crypto";
import { centsToText, hasAtMost, maxDescriptionCharacters } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import type { Source } from "../read/source.ts";
import { survey } from "../read/survey.ts";
import { type Booking, ignoredReasons, type Row } from "../rows/row.ts";
import type { FormatChoice } from "../formats/choose-format.ts";
import type { Given } from "../sniff/given.ts";
import type { Layout } from "../sniff/layout.ts";
import { type Categorised, type Categoriser, categorise } from "./categorise.ts";
import { openRows } from "./open-rows.ts";
import { type Accounts, Identifier } from "./identify.ts";
import { planFormat, type PlanEnd, type PlanRow } from "./plan.ts";
import { PlanWriter } from "./plan-file.ts";
import type { RejectedRow } from "./rejects-file.ts";

export interface PlanOptions {
  source: Source;
  /** Where the plan is written: a path where nothing is yet. */
  path: string;
  given: Given;
  formats: FormatChoice;
  /** Told how the file is read, once that is known. */
  onLayout: (layout: Layout) => void;
  /** `--account`; else what a format says. */
  account: string | undefined;
  /** What is known of earlier imports, for the batch of a key. */
  pastFor: (key: string, origins: ReadonlySet<string>) => Promise<Past>;
  /** Told now and then how many rows have been read. */
  onProgress: (rows: number) => void;
  /** Given each line of the plan. */
  onPlanned: (row: PlanRow) => void;
  /** Given each row that is rejected. */
  onRejected: (row: RejectedRow) => void;
}

interface Past {
  categoriser: Categoriser;
  /** How many rows of each key the imports have that these rows were rejected from. */
  met: ReadonlyMap<string, number>;
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
  #after: PlanRow[] = [];

  constructor({ categoriser, met }: Past, accounts: Accounts) {
    this.#categoriser = categoriser;
    this.#identifier = new Identifier(accounts, met);
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

  #categorised({ recorded, description, text, category }: Booking, more: string): Categorised {
    // What Outlay has recorded is imported as it was.
    if (recorded) return { category: recorded.category, tags: recorded.tags, by: "file" };
    const said = { description, text: `${text}${more}`, fileCategory: category };
    return categorise(this.#categoriser, said);
  }

  #planned(booking: Booking, more: string): PlanRow {
    const { line, day, amountCents, feeCents, description, currency, recorded } = booking;
    const { category, tags, by } = this.#categorised(booking, more);
    return {
      kind: "expense",
      line,
      by,
      currency,
      expense: {
        amount: centsToText(amountCents + feeCents),
        description: shortened(description),
        category,
        date: day,
        tags: [...tags],
        external_id: recorded?.externalId ?? this.#identifier.externalIdOf(booking),
      },
    };
  }
}

/** The same bytes for the same account make the same batch. */
const batchKey = (digest: string, account: string | undefined): string =>
  `file-${hash("sha256", JSON.stringify([digest, bareWords(account ?? "")]), "base64url").slice(0, 32)}`;

/** @throws CliError import_unsure, usage */
export async function makePlan(options: PlanOptions): Promise<PlanEnd> {
  const { source, path, given, formats, onLayout, onProgress } = options;
  const { encoding, digest } = await survey(source, given.encoding ?? formats.wanted?.encoding);
  const { detected, layout, table, origins, rows } = await openRows(
    source,
    encoding,
    given,
    formats,
    `${path}-records`,
  );
  const accounts = { given: options.account, otherwise: layout?.format?.account ?? undefined };
  if (layout) onLayout(layout);
  const key = batchKey(digest, accounts.given ?? accounts.otherwise);
  const past = await options.pastFor(key, origins);
  const writer = await PlanWriter.create(path, {
    format: planFormat,
    source: source.name,
    key,
    detected,
  });
  try {
    const planner = new Planner(past, accounts);
    const write = async (planned: readonly PlanRow[]) => {
      for (const row of planned) options.onPlanned(row);
      await writer.add(planned);
    };
    let count = 0;
    for await (const some of rows) {
      for (const { row, cells } of some) {
        if (row.kind !== "rejected") continue;
        options.onRejected({ cells, reason: row.reason, table, keys: [...origins, key] });
      }
      await write(some.flatMap(({ row }) => planner.add(row)));
      count += some.length;
      onProgress(count);
    }
    await write(planner.end());
    return await writer.end();
  } catch (error) {
    await writer.abandon();
    throw error;
  }
}
