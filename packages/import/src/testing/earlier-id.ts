import { hash } from "node:crypto";
import { bareWords } from "../cells/plain-text.ts";

interface EarlierFacts {
  account?: string;
  day: string;
  amountCents: number;
  currencies?: readonly string[];
  /** The bank's id or the text that identified the row. */
  by: { id: string } | { text: string };
}

/** Returns a row's external id in the first form that Outlay used. Stores contain such ids for good. */
export function earlierId(
  { account = "", day, amountCents, currencies = [], by }: EarlierFacts,
  number = 1,
): string {
  const said = "id" in by ? ["id", by.id] : ["text", bareWords(by.text)];
  const facts = JSON.stringify([account, day, amountCents, currencies, ...said]);
  const key = hash("sha256", facts, "base64url").slice(0, 32);
  return number === 1 ? `row-${key}` : `row-${key}-${number}`;
}
