import { type CalendarDate, dayBefore, spendingKinds } from "@outlay/shared";
import { monthAround, type Period } from "../../arguments/period.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { CliError } from "../../errors/cli-error.ts";
import { exitCodes } from "../../errors/exit-codes.ts";
import { compileRules, History, type Rule } from "@outlay/import";
import { printable } from "../../terminal/printable.ts";

/**
 * The longest word that all descriptions of one merchant have, whatever else differs: few others have it.
 * Undefined where there is none.
 */
function wordOfMerchant(description: string): string | undefined {
  const words =
    description.match(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}])/gu) ?? [];
  // A name may be written with accents in one place and without them in another.
  const plainWords = words.filter((word) => /^[a-z]+$/i.test(word));
  const candidates = plainWords.length > 0 ? plainWords : words;
  return candidates.toSorted((one, other) => other.length - one.length)[0];
}

/** The number of expenses with a merchant's word in them that are examined, the newest first. */
const maxLookedAt = 500;

export interface Guess {
  category: string;
  tags: readonly string[];
  /** The source of the guess: `rule 2`. */
  source: string;
}

interface Guessing {
  today: CalendarDate;
  isRefund: boolean;
}

/** Three months, including the current one: a server that has just started finds that many expenses quickly. */
function lately(today: CalendarDate): Period {
  const lastMonth = monthAround(dayBefore(monthAround(today).from));
  return { from: monthAround(dayBefore(lastMonth.from)).from, to: today };
}

/**
 * The category that the user last gave to the same merchant, preferably within the last months. Asks the
 * server only for expenses that may be from that merchant.
 */
async function fromHistory(
  { expenses }: Pick<Connection, "expenses">,
  { description, isRefund, today }: Guessing & { description: string },
): Promise<Guess | undefined> {
  const word = wordOfMerchant(description);
  if (word === undefined) return undefined;
  for (const days of [lately(today), {}]) {
    const parameters = { q: word, ...days, order: "-id", limit: String(maxLookedAt) };
    const wanted = new URLSearchParams(parameters);
    // A refund has the category of its purchase; other kinds have none.
    for (const kind of spendingKinds) wanted.append("kind", kind);
    const newestFirst = await expenses.list(wanted);
    const history = new History({ isOfPurchases: isRefund });
    for (const expense of newestFirst.toReversed()) history.add(expense);
    const category = history.categoryOf(description);
    if (category) return { category, tags: [], source: "your history" };
  }
  return undefined;
}

/**
 * The most likely category of a description: from the first matching rule, otherwise from the merchant's last
 * expense. A refund has the category of the merchant's last purchase, whatever rules say. Undefined if nothing is
 * known.
 */
export async function guessCategory(
  cli: Cli,
  connection: Pick<Connection, "expenses">,
  { rules, ...guessing }: Guessing & { rules: readonly Rule[] },
  description: string,
): Promise<Guess | undefined> {
  const rule = compileRules(rules)(description);
  const fromRule = rule && {
    category: rule.category,
    tags: rule.tags,
    source: `rule ${rule.id}`,
  };
  if (fromRule && !guessing.isRefund) return fromRule;
  try {
    return (await fromHistory(connection, { ...guessing, description })) ?? fromRule;
  } catch (error) {
    // A person can be asked instead.
    const isUnavailable =
      error instanceof CliError && exitCodes[error.code] === exitCodes.unreachable;
    if (!cli.prompts || !isUnavailable) throw error;
    cli.warn(printable(`Your history can't be read: ${error.message}`));
    return fromRule;
  }
}
