/** Decides about the home currency by what is stored. */
import type { FileCurrencies, SettledCurrencies } from "../../domain/currencies/file-currency.ts";
import { settleCurrencies } from "../../domain/currencies/file-currency.ts";
import { type HomeRefusal, withoutHome } from "../../domain/currencies/home-currency.ts";
import type { Instant } from "../../domain/instant.ts";
import type { UserRecord } from "../../domain/user.ts";
import type { Change } from "./journal/change.ts";
import type { Lookup } from "./memory/state.ts";
import { isGone } from "./memory/trash.ts";

function isAny<Item>(items: Iterable<Item>, isCounted: (item: Item) => boolean): boolean {
  for (const item of items) if (isCounted(item)) return true;
  return false;
}

/** Whether there are amounts that the home currency gives their meaning, also in the trash. */
function hasAmounts({ expenses, budgets, rates }: Lookup, userId: number, oldest: Instant) {
  const isKept = (record: { deletedAt: Instant | null }) => !isGone(record, oldest);
  return (
    isAny(rates.list(userId), () => true) ||
    isAny(budgets.list(userId), isKept) ||
    isAny(expenses.list(userId), isKept)
  );
}

/** Whether amounts of a file that named another currency were recorded without one, and would get this one. */
function isOtherInFiles({ imports, expenses }: Lookup, userId: number, code: string): boolean {
  const others = new Set<number>();
  for (const { id, currency } of imports.list(userId)) {
    if (currency !== undefined && currency !== code) others.add(id);
  }
  if (others.size === 0) return false;
  return isAny(
    expenses.list(userId),
    ({ importId, currency }) => currency == null && importId !== undefined && others.has(importId),
  );
}

const withHome = (user: UserRecord, code: string | null): UserRecord => {
  const { homeCurrency: _, ...others } = user;
  return code === null ? others : { ...others, homeCurrency: code };
};

/**
 * The change that sets or unsets a user's home currency.
 * @param oldest as returned by `oldestKept`
 */
export function homeChange(
  data: Lookup,
  user: UserRecord,
  code: string | null,
  oldest: Instant,
): { change?: Change; result: UserRecord | HomeRefusal } {
  const { id: userId, homeCurrency: present } = user;
  if ((present ?? null) === code) return { result: user };
  if (present !== undefined && hasAmounts(data, userId, oldest)) return { result: "in_use" };
  if (isAny(data.rates.list(userId), ({ currency }) => currency === code)) {
    return { result: "has_rates" };
  }
  if (code !== null && isOtherInFiles(data, userId, code)) return { result: "in_files" };
  const changed = withHome(user, code);
  const named = [...data.expenses.list(userId)].filter(({ currency }) => currency === code);
  const expenses = code === null ? [] : named.map((record) => withoutHome(record, code));
  const put = { users: [changed], ...(expenses.length > 0 && { expenses }) };
  return { change: { put }, result: changed };
}

/**
 * Decides in which currencies the expenses of a file are recorded.
 * @param ofRows the currencies that the rows of the call name
 * @throws CurrencyUnsettled
 */
export const settleFile = (
  data: Lookup,
  user: UserRecord,
  named: FileCurrencies,
  ofRows: Iterable<string>,
): SettledCurrencies => {
  const { id: userId, homeCurrency: home } = user;
  const { budgets, expenses, imports, rates } = data;
  const lists = [imports, rates, budgets, expenses];
  const batchCodes = [...imports.list(userId)].flatMap(({ currency }) => currency ?? []);
  return settleCurrencies(named, ofRows, {
    home,
    ofBatches: batchCodes,
    isEmpty: () => !lists.some((list) => isAny<unknown>(list.list(userId), () => true)),
    isNamed: (code) => {
      const isIt = ({ currency }: { currency?: string | null | undefined }) => currency === code;
      if (isAny(rates.list(userId), isIt)) return true;
      // After an earlier import of this currency, nothing is left to find out.
      return !batchCodes.includes(code) && isAny(expenses.list(userId), isIt);
    },
  });
};
