/**
 * The format of Outlay's first snapshots: one JSON text without checksums, and without a journal.
 */
import { randomUUID } from "node:crypto";
import { emptySnapshot, type Snapshot } from "./snapshot.ts";
import { TextFault } from "../text/text-fault.ts";

export const firstFormat = "outlay-1";

const members = new Set(["format", "nextIds", "users", "expenses", "budgets", "revokedTokens"]);

const isNextId = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1;

type Content = Pick<Snapshot, "users" | "expenses" | "budgets" | "revokedTokens" | "nextIds">;

function isContent(value: unknown): value is Content {
  if (typeof value !== "object" || value === null) return false;
  // Other members show that a later format was damaged so that it looks like this one.
  if (!Object.keys(value).every((name) => members.has(name))) return false;
  const { users, expenses, budgets, revokedTokens, nextIds } = value as Record<string, unknown>;
  const areLists = [users, expenses, budgets, revokedTokens].every(Array.isArray);
  if (!areLists || typeof nextIds !== "object" || nextIds === null) return false;
  const ids = nextIds as Record<string, unknown>;
  return [ids["users"], ids["expenses"], ids["budgets"]].every(isNextId);
}

/** @throws TextFault */
export function readFirstFormat(text: string): Snapshot {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message would quote the text, which may be a password's hash.
    throw new TextFault(1, "the text is not JSON");
  }
  if (!isContent(value))
    throw new TextFault(1, "its lists and counters are not those of the format");
  const { users, expenses, budgets, revokedTokens, nextIds } = value;
  return {
    ...emptySnapshot,
    store: randomUUID(),
    standsAlone: true,
    nextIds: { ...emptySnapshot.nextIds, ...nextIds },
    users,
    expenses,
    budgets,
    revokedTokens,
  };
}
