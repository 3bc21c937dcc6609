/** Turns the arguments of `outlay import` into a plan in a file. */
import { calendarDayOf } from "@outlay/shared";
import { categoryKeyOf } from "../../arguments/category.ts";
import type { KnownCategories } from "../../categories/known-categories.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import {
  type FormatChoice,
  type Given,
  makePlan,
  type Outcome,
  type OwnCategories,
  parseGiven,
  type PlanFile,
  type PlanHead,
  type SavedFormat,
} from "@outlay/import";
import { formatsFile, noFormat } from "../../import/formats-file.ts";
import { openSource } from "../../import/open-source.ts";
import { printable } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";
import { keepRejects } from "./import-files.ts";
import { autoFormat, type ImportWords, refuseForOwnFile } from "./import-options.ts";
import { readPast } from "./past.ts";
import { type FileMoney, fileMoney } from "./row-money.ts";

export interface Planning {
  plan: PlanFile;
  head: PlanHead;
  /** The expected outcome, given the data known to be stored. */
  preview: Outcome;
  /** Whether the other rows are imported despite rejected ones. */
  mayLeaveOut: boolean;
  /** The file that rejected rows were written to; undefined if none. */
  rejectsWritten: string | undefined;
  /** False if stored expenses can't be read: the preview then treats every row as new. */
  isPastKnown: boolean;
  /** The external ids of the stored expenses. */
  stored: ReadonlySet<string>;
  /** Whether the command, the format or the file names the account. */
  isAccountKnown: boolean;
  /** The rules for the currencies of its rows. */
  fileMoney: FileMoney;
  /** The format to save, with `--save-as`. */
  format: SavedFormat | undefined;
}

async function formatChoice(cli: Cli, { format, saveAs }: ImportWords): Promise<FormatChoice> {
  const saved = await formatsFile(cli.configFolder).read();
  const isAuto = format === autoFormat || (format === undefined && saveAs !== undefined);
  const wanted = saved.find(({ name }) => name === format);
  if (format !== undefined && format !== autoFormat && !wanted) throw noFormat(format);
  return { saved, wanted, isAuto };
}

/** The user's categories, as words in files stand for them. */
const ownCategories = (known: KnownCategories): OwnCategories => ({
  whole: (word) => known.whole(word, "expense")?.key,
  begun: (word) => {
    const [meant, ...others] = known.meant(word, "expense");
    return others.length === 0 ? meant?.key : undefined;
  },
  isTaken: (key) => known.find(key) !== undefined,
});

function warnOfFee(cli: Cli, name: string): void {
  cli.warn(
    printable(`The fees in "${name}" are not added to the amounts; --map fee="${name}" adds them.`),
  );
}

/** The source and the reading of an import, as far as the command line determines them. */
export interface ImportRequest {
  file: string;
  words: ImportWords;
  given: Given;
}

/** @throws CliError usage, ImportRefusal bad_option */
export function parseRequest(cli: Cli, file: string, words: ImportWords): ImportRequest {
  const given = parseGiven(words, calendarDayOf(cli.clock()));
  return {
    file,
    words,
    given,
  };
}

/** @throws CliError, ImportRefusal */
export async function planImport(
  cli: Cli,
  { file, words, given }: ImportRequest,
  connection: Connection,
  plan: PlanFile,
): Promise<Planning> {
  const formats = await formatChoice(cli, words);
  const rules = await cli.rules.read();
  const { categories } = connection;
  const whenUnknown =
    words.category === undefined ? undefined : await categoryKeyOf(categories, words.category);
  const known = await categories.known();
  const { rejects } = words;
  const source = await openSource(file, cli.io.inputChunks);
  const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
  const mayLeaveOut = words.skipInvalid === true;
  let isPastKnown = true;
  let stored: ReadonlySet<string> = new Set();
  let ofFile: FileMoney | undefined;
  try {
    const { head, preview, format, rejectsText, isAccountKnown } = await makePlan({
      source,
      plan,
      given,
      formats,
      saveAs: words.saveAs,
      rules,
      whenUnknown,
      own: ownCategories(known),
      makesCategories: words.newCategories === true,
      mayLeaveOut,
      keepsRejects: rejects !== undefined,
      pastFor: async (key, origins, said) => {
        const { history, imported, ids, isKnown } = await readPast(connection, key, origins);
        isPastKnown = isKnown;
        stored = ids;
        ofFile = await fileMoney(connection, said);
        return { history, imported, isStored: (id) => ids.has(id), money: ofFile.money };
      },
      onOwnFile: () => refuseForOwnFile(source.name, words),
      onOtherFee: (name) => warnOfFee(cli, name),
      onProgress: (fraction) => progress.show(`Reading ${source.name}`, fraction),
    });
    ofFile ??= await fileMoney(connection, head);
    if (!head.from_outlay) ofFile.currencies.check(preview.namedCurrencies);
    const rejectsWritten = rejectsText === undefined ? undefined : rejects;
    if (rejectsText !== undefined && rejectsWritten !== undefined)
      await keepRejects(rejectsText, rejectsWritten);
    const past = { stored, isPastKnown, isAccountKnown, fileMoney: ofFile };
    return { plan, head, preview, mayLeaveOut, rejectsWritten, format, ...past };
  } finally {
    progress.end();
    await source.close();
  }
}
