import { extname } from "node:path";
import { parseChoice } from "../../arguments/choice.ts";
import { usageError } from "../../errors/cli-error.ts";
import { type ExportFormatName, exportFormats } from "../../export/export-text.ts";
import type { NewFile } from "../../files/new-file.ts";

export const formatNames = Object.keys(exportFormats) as ExportFormatName[];
const journals: readonly ExportFormatName[] = ["hledger", "beancount"];

export const isJournal = (format: ExportFormatName): boolean => journals.includes(format);

/** The format that each file extension stands for. */
const byExtension: Record<string, ExportFormatName> = {
  ".csv": "csv",
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".journal": "hledger",
  ".hledger": "hledger",
  ".beancount": "beancount",
};

/** The arguments of `outlay export`, as commander gives them. */
export interface ExportWords {
  format?: string | undefined;
  output?: string | undefined;
  force?: true | undefined;
  spreadsheetSafe?: true | undefined;
  account?: string | undefined;
}

function parseFormat({ format, output }: ExportWords, isJson: boolean): ExportFormatName {
  const named = format === undefined ? undefined : parseChoice("Format", format, formatNames);
  if (isJson && output === undefined) {
    if (named !== undefined && named !== "json") {
      throw usageError(
        `--json and --format ${named} contradict each other.`,
        "Use one of them, or -o FILE.",
      );
    }
    return "json";
  }
  return named ?? byExtension[extname(output ?? "").toLowerCase()] ?? "csv";
}

/** Refuses options that don't go with the format. @throws CliError usage */
function checkTogether(format: ExportFormatName, words: ExportWords): void {
  const { spreadsheetSafe, account, force, output } = words;
  if (spreadsheetSafe && format !== "csv") {
    throw usageError(
      "--spreadsheet-safe applies only to CSV.",
      "Leave it out, or use --format csv.",
    );
  }
  if (account !== undefined && !isJournal(format)) {
    throw usageError(
      "--account names an account of journals.",
      `Use --format ${journals.join(" or ")}. To select records of an account: --of-account NAME`,
    );
  }
  if (force && output === undefined) {
    throw usageError("--force needs a file to replace.", "Name it: -o FILE");
  }
}

const accountPatterns: Partial<Record<ExportFormatName, RegExp>> = {
  // Two blanks end an account's name, and brackets and marks at its start have a special meaning.
  hledger: /^[\p{L}\p{N}](?:[^\s;]| (?! |$))*$/u,
  beancount: /^(?:Assets|Liabilities|Equity|Income|Expenses)(?::[\p{Lu}\d][\p{L}\p{N}-]*)+$/u,
};

/** @throws CliError usage */
function checkAccount(format: ExportFormatName, account: string | undefined): void {
  if (account === undefined || accountPatterns[format]?.test(account) !== false) return;
  const example = format === "hledger" ? "assets:bank:giro" : "Assets:Bank:Giro";
  throw usageError(
    `"${account}" is not a valid account for ${format}.`,
    `Write it like ${example}.`,
  );
}

export interface ExportRequest {
  format: ExportFormatName;
  /** Undefined for standard output. */
  file: NewFile | undefined;
}

/** @throws CliError usage */
export function parseExport(words: ExportWords, isJson: boolean): ExportRequest {
  const { output, force, account } = words;
  const format = parseFormat(words, isJson);
  checkTogether(format, words);
  checkAccount(format, account);
  const file =
    output === undefined
      ? undefined
      : { path: output, what: "the export", mayReplace: force === true };
  return { format, file };
}
