import { type OwnCurrency, type PlanHead, RowCurrencies, type RowMoney } from "@outlay/import";
import { convertCents, RateTable, type WireRate } from "@outlay/shared";
import type { Connection } from "../../connection.ts";
import { CliError } from "../../errors/cli-error.ts";

/** The rules by which the amounts of a file are recorded and added up. */
export interface FileMoney {
  own: OwnCurrency;
  currencies: RowCurrencies;
  money: RowMoney;
}

/** Reads the rates; none if the key may only import, or if the server is of an earlier version. */
async function knownRates({ rates }: Connection): Promise<readonly WireRate[]> {
  try {
    return (await rates.listIfKnown()) ?? [];
  } catch (error) {
    if (error instanceof CliError && error.code === "out_of_scope") return [];
    throw error;
  }
}

/** Finds the rules for a file, once the server has answered and so told the home currency. */
export async function fileMoney(
  connection: Connection,
  { currency, from_outlay: isOwn = false }: Pick<PlanHead, "currency" | "from_outlay">,
): Promise<FileMoney> {
  const { code: home, shownIn } = connection.home;
  const own = { home, shownIn, given: currency };
  const currencies = new RowCurrencies(own);
  // While no home currency is set, the amounts of a bank's file are all in one.
  const isConverting = home !== undefined || isOwn;
  const rates = new RateTable(isConverting ? await knownRates(connection) : []);
  return {
    own,
    currencies,
    money: {
      currencyOf: (row) => {
        if (!isOwn) return currencies.recordedAs(row.currency);
        const recorded = row.expense.currency ?? null;
        return recorded === home ? null : recorded;
      },
      toHome: (cents, code, day) => {
        const units = rates.at(code, day);
        return units === undefined ? undefined : Number(convertCents(cents, units));
      },
    },
  };
}
