/** Copies the home currency and the rates, without which amounts would mean something else. */
import { accountPaths } from "@outlay/shared";
import { readAnswer } from "../api/read-answer.ts";
import { receivedAccount } from "../api/received/records.ts";
import { usageError } from "../errors/cli-error.ts";
import type { Copied, CopySide } from "./copy-side.ts";
import { tooOldForCopies } from "./require-other-account.ts";

const inWords = ({ name, me }: CopySide): string =>
  me.home_currency == null ? `${name} has none` : `that of ${name} is ${me.home_currency}`;

/**
 * Makes sure that amounts without a currency mean the same in both accounts.
 * @param isEmpty whether the other account has no expenses
 * @throws CliError usage if they don't
 */
export function requireLikeHome(from: CopySide, to: CopySide, isEmpty: boolean): void {
  const [own, other] = [from.me.home_currency, to.me.home_currency];
  if (own === undefined) throw tooOldForCopies(from);
  if (other === undefined) throw tooOldForCopies(to);
  if (own === other) return;
  if (own === null || other !== null || !isEmpty) {
    throw usageError(
      `The home currencies differ: ${inWords(from)}, and ${inWords(to)}. Amounts would be in another currency there. Nothing was copied.`,
      `Set the same one for both: outlay --profile NAME config set currency ${own ?? other ?? "CODE"}`,
    );
  }
}

/** Sets the home currency of an account without any. */
export async function copyHome(from: CopySide, to: CopySide): Promise<void> {
  if (from.me.home_currency === to.me.home_currency) return;
  const body = { home_currency: from.me.home_currency };
  const path = accountPaths.me;
  const answer = await to.connection.send({ method: "PATCH", path, body, isRepeatable: true });
  readAnswer(answer, receivedAccount);
}

/** @param kept the rates that the other account has in another form, and keeps */
export async function copyRates(from: CopySide, to: CopySide, kept: string[]): Promise<Copied> {
  const there = new Map(
    (await to.connection.rates.list()).map(({ currency, date, rate }) => [
      `${currency} ${date}`,
      rate,
    ]),
  );
  const all = await from.connection.rates.list();
  const missing = all.filter(({ currency, date }) => !there.has(`${currency} ${date}`));
  await to.connection.rates.setAll(missing);
  for (const { currency, date, rate } of all) {
    const present = there.get(`${currency} ${date}`);
    if (present !== undefined && present !== rate) kept.push(`rate for ${currency} on ${date}`);
  }
  return { copied: missing.length, there: all.length - missing.length };
}
