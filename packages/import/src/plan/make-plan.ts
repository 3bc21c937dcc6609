/** Makes the plan of an import from a file. Changes nothing, and contacts no server. */
import { hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import {
  NewCategories,
  noOwnCategories,
  type OwnCategories,
} from "../categories/own-categories.ts";
import { maxAccountCharacters } from "@outlay/shared";
import { History } from "../categories/history.ts";
import { bareWords } from "../cells/plain-text.ts";
import type { FormatChoice } from "../formats/choose-format.ts";
import { formatOf } from "../formats/format-of.ts";
import type { SavedFormat } from "../formats/saved-format.ts";
import type { Given } from "../given/given.ts";
import { type Accounts, countKeys, Identifier } from "../identity/identify.ts";
import type { Source } from "../read/source.ts";
import { survey } from "../read/survey.ts";
import { compileRules } from "../rules/compile-rules.ts";
import type { Rule } from "../rules/rule.ts";
import { newTemporaryFile } from "../temporary.ts";
import { type FileRows, openRows } from "./open-rows.ts";
import { countRow, emptyOutcome, isNewRow, type RowMoney } from "./outcome.ts";
import { type Detected, planVersion, type PlanHead } from "./plan.ts";
import type { PlanFile, PlanReview } from "./plan-file.ts";
import { Planner } from "./planner.ts";
import { Rejects } from "./rejects.ts";
import { shortened } from "./shortened.ts";

/** The knowledge about earlier imports. */
export interface Past {
  history: History;
  /** The external ids of the expenses from the imports that these rows were rejected from. */
  imported: Iterable<string | null>;
  /** Whether an expense with an external id is stored. */
  isStored: (externalId: string) => boolean;
  /** The rules for currencies; by default, all amounts are taken for the same currency's. */
  money?: RowMoney | undefined;
}

/** The statements about all rows of a file. */
type SaidOfAll = Pick<PlanHead, "account" | "currency" | "from_outlay">;

export interface PlanOptions {
  source: Source;
  /** An empty plan file to write to. */
  plan: PlanFile;
  given: Given;
  /** The saved formats, and which of them may be used; none by default. */
  formats?: FormatChoice;
  /** The name under which to return how the file is read, as `format`. */
  saveAs?: string | undefined;
  /** The rules, in the order in which they are tried. */
  rules?: readonly Rule[];
  /** The category of expenses about which nothing is known. */
  whenUnknown?: string | undefined;
  /** The user's categories; none by default, besides the built-in ones. */
  own?: OwnCategories;
  /** Whether unknown words of the file become categories. */
  makesCategories?: boolean;
  /** Whether rejected rows may be left out when the plan is carried out. */
  mayLeaveOut?: boolean;
  /** Whether to return `rejectsText`. */
  keepsRejects?: boolean;
  /**
   * Looks up earlier imports of the batch with a key; by default, none are known.
   * @param origins the keys of the imports that the file's rows were rejected from
   * @param said the statements about all rows
   */
  pastFor?: (key: string, origins: ReadonlySet<string>, said: SaidOfAll) => Promise<Past>;
  /** Called if the file is one of Outlay's own, which need no options. */
  onOwnFile?: () => void;
  /** Called with the name of a column of fees that aren't added to the amounts. */
  onOtherFee?: (name: string) => void;
  /** Called now and then with the fraction that is done, from 0 to 1. */
  onProgress?: (fraction: number) => void;
}

export interface MadePlan extends PlanReview {
  /** How the file is read, under the name in `saveAs`. */
  format: SavedFormat | undefined;
  /** Whether the command, the format or the file names the account. */
  isAccountKnown: boolean;
  /** The rejected rows as a file that can be corrected and imported; undefined if there are none. */
  rejectsText: string | undefined;
}

/** Derives the key of a batch: equal bytes for the same account give the same key. */
const batchKey = (digest: string, account: string | undefined): string =>
  `file-${hash("sha256", JSON.stringify([digest, bareWords(account ?? "")]), "base64url").slice(0, 32)}`;

/** The encoding of a file whose bytes could be in several, unless the user has named one. */
const guessedEncoding = (detected: Detected | null): string | undefined =>
  detected?.encoding.startsWith("utf-") ? undefined : detected?.encoding;

/** Reports how far a source has been read. Its start may be read more than once. */
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

const noFormats: FormatChoice = { saved: [], wanted: undefined, isAuto: false };

const nothingKnown = (): Promise<Past> =>
  Promise.resolve({ history: new History(), imported: [], isStored: () => false });

/** An opened file, with a function that reports progress from there on. */
interface Opened {
  file: FileRows;
  /** A digest of the file's bytes. */
  digest: string;
  /** @param fraction the fraction of the rows that has been read */
  onRowsRead: (fraction: number) => void;
}

/** @param copy an empty file that records may be copied to meanwhile */
async function open(options: PlanOptions, copy: FileHandle): Promise<Opened> {
  const { source, given, formats = noFormats, onProgress } = options;
  onProgress?.(0);
  const saidEncoding = given.encoding ?? formats.wanted?.encoding;
  const { encoding, digest, sizeBytes } = await survey(source, saidEncoding);
  // A bank's file is read twice: first to find its layout and the number of rows, then for the rows.
  let passCount = 2;
  const onPassed = (passed: number) => onProgress?.(Math.min(1, passed / passCount));
  const watchedSource = watched(source, (bytes) => onPassed(bytes / sizeBytes));
  const file = await openRows(watchedSource, encoding, given, formats, copy);
  if (!file.layout) passCount = 1;
  return { file, digest, onRowsRead: (fraction) => onPassed(1 + fraction) };
}

/** Reports how the file is read, once that is known. */
function tellOf({ layout, detected }: FileRows, { onOwnFile, onOtherFee }: PlanOptions): void {
  if (layout?.otherFee) onOtherFee?.(layout.otherFee.name);
  if (!layout && detected) onOwnFile?.();
}

function accountsOf({ layout }: FileRows, { given }: PlanOptions): Accounts {
  return { given: given.account, otherwise: layout?.format?.account ?? undefined };
}

const currencyOf = ({ layout }: FileRows, { given }: PlanOptions): string | undefined =>
  given.currency ?? layout?.format?.currency;

const shortAccount = (name: string): string => shortened(name.trim(), maxAccountCharacters);

/** The statements about all rows that the plan's first line has, as far as there are any. */
function headSaid(file: FileRows, options: PlanOptions): SaidOfAll {
  const currency = currencyOf(file, options);
  const { given, otherwise } = accountsOf(file, options);
  const account = given ?? otherwise;
  return {
    ...(currency !== undefined && { currency }),
    ...(account !== undefined && { account: shortAccount(account) }),
    ...(!file.layout && file.detected && { from_outlay: true }),
  };
}

/** Makes the planner, which gives each row its identity and its category. */
function plannerOf(file: FileRows, options: PlanOptions, { history, imported }: Past): Planner {
  const { given, formats = noFormats, rules = [], whenUnknown } = options;
  const { own = noOwnCategories, makesCategories } = options;
  const made = makesCategories ? new NewCategories(own) : undefined;
  const said = given.encoding ?? formats.wanted?.encoding ?? file.layout?.format?.encoding;
  const guessed = said === undefined ? guessedEncoding(file.detected) : undefined;
  const identifier = new Identifier(accountsOf(file, options), countKeys(imported), guessed);
  const categoriser = { ruleFor: compileRules(rules), history, whenUnknown, own, made };
  return new Planner(categoriser, identifier, given.account !== undefined);
}

/** @param copy an empty file that records may be copied to meanwhile */
async function planned(options: PlanOptions, copy: FileHandle): Promise<MadePlan> {
  const { source, given, plan, saveAs, pastFor = nothingKnown } = options;
  const { file, digest, onRowsRead } = await open(options, copy);
  const { detected, layout, table, origins } = file;
  tellOf(file, options);
  const accounts = accountsOf(file, options);
  const key = batchKey(digest, accounts.given ?? accounts.otherwise);
  const past = await pastFor(key, origins, headSaid(file, options));
  const planner = plannerOf(file, options, past);
  const head: PlanHead = {
    format: planVersion,
    source: source.name,
    key,
    detected,
    ...headSaid(file, options),
    skip_invalid: options.mayLeaveOut ?? false,
  };
  const writer = plan.begin(head);
  const preview = emptyOutcome();
  const rejects = new Rejects();
  const write = async () => {
    const lines = planner.take();
    for (const line of lines) countRow(preview, line, isNewRow(line, past.isStored), past.money);
    await writer.add(lines);
  };
  let count = 0;
  for await (const some of file.rows) {
    for (const { row, cells } of some) {
      if (row.kind === "rejected" && options.keepsRejects)
        rejects.add({ cells, reason: row.reason, table, keys: [...origins, key] });
      planner.add(row);
    }
    await write();
    count += some.length;
    if (layout) onRowsRead(count / layout.rowCount);
  }
  planner.end();
  await write();
  preview.balanceGaps = file.balanceGaps();
  const end = await writer.end(
    { new: preview.imported, duplicates: preview.duplicates },
    preview.balanceGaps.map(({ lines, missingCents }) => ({ lines, missing_cents: missingCents })),
  );
  const format = layout && saveAs !== undefined ? formatOf(saveAs, layout, given) : undefined;
  const isAccountKnown =
    accounts.given !== undefined ||
    layout?.account !== undefined ||
    accounts.otherwise !== undefined;
  return { head, end, preview, format, isAccountKnown, rejectsText: rejects.text() };
}

/**
 * Reads a file, and writes the plan of its import.
 * @throws ImportRefusal unsure, unreadable, bad_option, slow_rule, storage_full, storage_unavailable; and
 * everything that the source and `options` throw
 */
export async function makePlan(options: PlanOptions): Promise<MadePlan> {
  const copy = await newTemporaryFile();
  try {
    return await planned(options, copy);
  } finally {
    await copy.close();
  }
}
