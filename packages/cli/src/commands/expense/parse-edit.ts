/** Parses the options of `outlay edit`. */
import {
  type CalendarDate,
  centsToText,
  expenseFields,
  type ExpenseKind,
  expenseKinds,
  isSpendingKind,
  namedFields,
  transferDirections,
} from "@outlay/shared";
import { wholeBuiltIn } from "../../categories/known-categories.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseCurrency } from "../../arguments/currency.ts";
import { takeMinus } from "../../arguments/negative-amount.ts";
import { orNone } from "../../arguments/or-none.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTags } from "../../arguments/tags.ts";
import { parseTextOption } from "../../arguments/text-field.ts";
import { usageError } from "../../errors/cli-error.ts";
import type { EditedFields } from "./ask-edit.ts";

export interface EditOptions {
  amount?: string | undefined;
  description?: string | undefined;
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
  clearTags?: true | undefined;
  kind?: string | undefined;
  direction?: string | undefined;
  account?: string | undefined;
  note?: string | undefined;
  currency?: string | undefined;
}

const ifGiven = <Value>(text: string | undefined, parse: (text: string) => Value) =>
  text === undefined ? undefined : parse(text);

/** The kind to change to, which a negative amount names too. @throws CliError usage for contradictions */
function parseKind({ kind: word, amount = "", category, direction }: EditOptions) {
  const named = ifGiven(word, (text) => parseChoice("Kind", text, expenseKinds));
  const { isNegative } = takeMinus(amount);
  if (isNegative && named !== undefined && named !== "REFUND") {
    throw usageError(
      `A negative amount is a refund, which contradicts --kind ${named.toLowerCase()}.`,
      "Write the amount without the minus.",
    );
  }
  const kind: ExpenseKind | undefined = isNegative ? "REFUND" : named;
  if (kind === undefined) return undefined;
  const contradicted = [
    ...(category !== undefined && !isSpendingKind(kind) ? ["-c"] : []),
    ...(direction !== undefined && kind !== "TRANSFER" ? ["--direction"] : []),
  ];
  const [option] = contradicted;
  if (option === undefined) return kind;
  throw usageError(
    `${option} and --kind ${kind.toLowerCase()} contradict each other.`,
    `Leave out ${option}.`,
  );
}

/** Returns only the fields to change; undefined if none is named. @throws CliError usage */
export function parseEdit(
  options: EditOptions,
  date: CalendarDate | undefined,
  { parseMoney }: Pick<Reading, "parseMoney">,
): Partial<EditedFields> | undefined {
  const { amount, description, category, tag, clearTags, direction, account, note, currency } =
    options;
  if (tag && clearTags)
    throw usageError("--tag and --clear-tags contradict each other.", "Give one of them.");
  const typed = ifGiven(amount, (text) => parseMoney(takeMinus(text).unsigned));
  const changes = namedFields<EditedFields>({
    amount: typed && centsToText(typed.amountCents),
    description: ifGiven(description, (text) => parseTextOption(expenseFields.description, text)),
    // Only the server knows the categories of the user's own.
    category: ifGiven(category, (word) => wholeBuiltIn(word, "expense") ?? word),
    date,
    tags: clearTags ? [] : tag && parseTags(tag),
    kind: parseKind(options),
    direction: ifGiven(direction, (word) => parseChoice("Direction", word, transferDirections)),
    account: ifGiven(account, (text) => parseTextOption(expenseFields.account, text)),
    note: ifGiven(note, (text) => parseTextOption(expenseFields.note, text)),
    currency: ifGiven(currency, (text) => orNone(text, parseCurrency)) ?? typed?.currency,
  });
  return Object.keys(changes).length > 0 ? changes : undefined;
}
