import { numberToText } from "@outlay/shared";
import type { Expense } from "../api/received/records.ts";
import type { ExportFormat, ExportOptions } from "./export-format.ts";
import { accountPart, oneLine } from "./journal-text.ts";

const defaultAccount = "assets:cash";

/** Removes characters that would begin a comment or separate a payee from a note. */
const descriptionText = (text: string): string =>
  oneLine(text).replaceAll(";", ",").replaceAll("|", "/");

/** hledger and ledger recognise tags by a colon after the name. */
const tagsText = ({ id, tags }: Expense): string =>
  [`outlay:${id}`, ...tags.map((tag) => `${tag}:`)].join(", ");

/** A journal for hledger, which ledger reads too. */
export function hledgerFormat({ currency, account = defaultAccount }: ExportOptions): ExportFormat {
  const unit = currency === undefined ? "" : ` ${currency}`;
  return {
    begin: () => (currency === undefined ? "" : `commodity 1,000.00${unit}\n\n`),
    expense(expense) {
      const { date, amount, category, description } = expense;
      // The mark and the empty code keep a description that starts with such characters from being taken for
      // them.
      return [
        `${date} * () ${descriptionText(description)}  ; ${tagsText(expense)}`,
        `    expenses:${accountPart(category).toLowerCase()}  ${numberToText(amount)}${unit}`,
        `    ${account}`,
        "",
        "",
      ].join("\n");
    },
    end: () => "",
  };
}
