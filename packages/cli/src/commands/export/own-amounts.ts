/** The user's own currency, and the rates by which journals price amounts in other ones. */
import { convertCents, numberToCents, RateTable } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { Connection } from "../../connection.ts";
import type { ExportOptions } from "../../export/export-format.ts";

/** Reads them from the server; a server of an earlier version has neither. */
export async function ownAmounts({
  home,
  rates,
}: Connection): Promise<Pick<ExportOptions, "currency" | "toHome">> {
  const table = new RateTable((await rates.listIfKnown()) ?? []);
  return {
    currency: home.shown,
    toHome: ({ amount, currency, date }: Expense) => {
      const units = currency === null ? undefined : table.at(currency, date);
      return units === undefined ? undefined : convertCents(numberToCents(amount), units);
    },
  };
}
