/** From a file to the plan of its import. Changes nothing and asks no server. */
import { hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { ExpenseCategory } from "@outlay/shared";
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
import { countRow, emptyOutcome, isNewRow } from "./outcome.ts";
import { type Detected, planFormat, type PlanHead } from "./plan.ts";
import type { PlanFile, PlanReview } from "./plan-file.ts";
import { Planner } from "./planner.ts";
import { Rejects } from "./rejects.ts";

/** The knowledge about earlier imports. */
export interface Past {
  history: History;
  /** The external ids of what came of the imports that these rows were rejected from. */
  imported: Iterable<string | null>;
  /** Whether there is an expense with an external id already. */
  isStored: (externalId: string) => boolean;
}

export interface PlanOptions {
  source: Source;
  /** The empty plan file that is written to. */
  plan: PlanFile;
  given: Given;
  /** Which saved formats may be used; none where left out. */
  formats?: FormatChoice;
  /** A name for how the file is read, so that `format` comes of it. */
  saveAs?: string | undefined;
  /** In the order in which they are tried. */
  rules?: readonly Rule[];
  /** The category of what nothing is known about. */
  whenUnknown?: ExpenseCategory | undefined;
  /** Rejected rows may be left out when the plan is carried out. */
  mayLeaveOut?: boolean;
  /** Whether `rejectsText` is wanted. */
  keepsRejects?: boolean;
  /**
   * Looks up earlier imports for the batch with a key; without it, none are known.
   * @param origins the keys of the imports that the file's rows were rejected from
   */
  pastFor?: (key: string, origins: ReadonlySet<string>) => Promise<Past>;
  /** Told that the file is one of Outlay's own, which leave nothing open. */
  onOwnFile?: () => void;
  /** Told the name of a column of fees that aren't added to the amounts. */
  onOtherFee?: (name: string) => void;
  /** Told now and then which part of it is done, from 0 to 1. */
  onProgress?: (fraction: number) => void;
}

export interface MadePlan extends PlanReview {
  /** How the file is read, under the name of `saveAs`. */
  format: SavedFormat | undefined;
  /** Whether the command, the format or the file says whose account it is. */
  isAccountKnown: boolean;
  /** The rejected rows as a file that can be mended and imported; undefined where there are none. */
  rejectsText: string | undefined;
}

/** The key of a batch: equal bytes for the same account give the same key. */
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

const noFormats: FormatChoice = { saved: [], wanted: undefined, isAuto: false };

const nothingKnown = (): Promise<Past> =>
  Promise.resolve({ history: new History(), imported: [], isStored: () => false });

/** The file, opened, and how the part of it that is done is told from there on. */
interface Opened {
  file: FileRows;
  /** A digest of the bytes of the file. */
  digest: string;
  /** @param fraction of the rows */
  onRowsRead: (fraction: number) => void;
}

/** @param copy where records may be kept meanwhile: an empty file */
async function open(options: PlanOptions, copy: FileHandle): Promise<Opened> {
  const { source, given, formats = noFormats, onProgress } = options;
  onProgress?.(0);
  const saidEncoding = given.encoding ?? formats.wanted?.encoding;
  const { encoding, digest, sizeBytes } = await survey(source, saidEncoding);
  // A bank's file is looked through before its rows are read, which then are known to be so many.
  let passCount = 2;
  const onPassed = (passed: number) => onProgress?.(Math.min(1, passed / passCount));
  const watchedSource = watched(source, (bytes) => onPassed(bytes / sizeBytes));
  const file = await openRows(watchedSource, encoding, given, formats, copy);
  if (!file.layout) passCount = 1;
  return { file, digest, onRowsRead: (fraction) => onPassed(1 + fraction) };
}

/** Says how the file is read, once that is known. */
function tellOf({ layout, detected }: FileRows, { onOwnFile, onOtherFee }: PlanOptions): void {
  if (layout?.otherFee) onOtherFee?.(layout.otherFee.name);
  if (!layout && detected) onOwnFile?.();
}

function accountsOf({ layout }: FileRows, { given }: PlanOptions): Accounts {
  return { given: given.account, otherwise: layout?.format?.account ?? undefined };
}

/** The planner says of each row which one it is and what it counts as. */
function plannerOf(file: FileRows, options: PlanOptions, { history, imported }: Past): Planner {
  const { given, formats = noFormats, rules = [], whenUnknown } = options;
  const said = given.encoding ?? formats.wanted?.encoding ?? file.layout?.format?.encoding;
  const guessed = said === undefined ? guessedEncoding(file.detected) : undefined;
  const identifier = new Identifier(accountsOf(file, options), countKeys(imported), guessed);
  return new Planner({ ruleFor: compileRules(rules), history, whenUnknown }, identifier);
}

/** @param copy where records may be kept meanwhile: an empty file */
async function planned(options: PlanOptions, copy: FileHandle): Promise<MadePlan> {
  const { source, given, plan, saveAs, pastFor = nothingKnown } = options;
  const { file, digest, onRowsRead } = await open(options, copy);
  const { detected, layout, table, origins } = file;
  tellOf(file, options);
  const accounts = accountsOf(file, options);
  const key = batchKey(digest, accounts.given ?? accounts.otherwise);
  const past = await pastFor(key, origins);
  const planner = plannerOf(file, options, past);
  const head: PlanHead = {
    format: planFormat,
    source: source.name,
    key,
    detected,
    skip_invalid: options.mayLeaveOut ?? false,
  };
  const writer = plan.begin(head);
  const preview = emptyOutcome();
  const rejects = new Rejects();
  const write = async () => {
    const lines = planner.take();
    for (const line of lines) countRow(preview, line, isNewRow(line, past.isStored));
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
 * Reads a file, and writes all that importing it is going to do.
 * @throws ImportRefusal unsure, unreadable, bad_option, slow_rule, storage_full, storage_unavailable; and what the
 * source and `options` throw
 */
export async function makePlan(options: PlanOptions): Promise<MadePlan> {
  const copy = await newTemporaryFile();
  try {
    return await planned(options, copy);
  } finally {
    await copy.close();
  }
}
