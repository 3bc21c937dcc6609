/** Data as people might have them; the same for the same number, so that nobody needs to keep them. */
import { expenseCategories } from "@outlay/shared";
import type { ExpenseFields, ExpenseRecord, UserRecord } from "@outlay/server/bench";

// Only ASCII, which JSON.parse, the yardstick here, reads fastest.
const descriptions = [
  "Lunch at the canteen",
  "Groceries for the week",
  "Train to the office and back",
  "Phone contract",
  "Coffee",
  "Birthday present for a friend, with a card",
  "Bus",
  "Dinner with the team after the release",
];
const tagLists = [[], [], ["work"], ["home"], ["work", "reimbursable"]];

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError("There is nothing to choose from.");
  return item;
}

/** A pseudo-random number: the last step of MurmurHash3. */
function scrambled(seed: number): number {
  let bits = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const hex = (seed: number) => scrambled(seed).toString(16).padStart(8, "0");

function uuid(number: number): string {
  const digits = [0, 1, 2, 3].map((part) => hex(number * 4 + part)).join("");
  const [a, b, c, d, e] = [
    [0, 8],
    [8, 12],
    [13, 16],
    [17, 20],
    [20, 32],
  ].map(([start, end]) => digits.slice(start, end));
  return `${a}-${b}-4${c}-a${d}-${e}`;
}

const firstDayMs = Date.UTC(2015, 0, 1);
const instant = (number: number) => new Date(firstDayMs + number * 300_000).toISOString();

const userOf = (id: number) => (id % 10 === 0 ? 2 + ((id / 10) % (users.length - 1)) : owner.id);

export const fields = (number: number): ExpenseFields => ({
  amountCents: 50 + (scrambled(number) % 20_000),
  description: at(descriptions, scrambled(number)),
  category: at(expenseCategories, scrambled(number)),
  spentOn: instant(number).slice(0, 10),
  tags: at(tagLists, scrambled(number + 7)),
  externalId: uuid(number),
});

export const expense = (id: number): ExpenseRecord => ({
  id,
  ...fields(id),
  userId: userOf(id),
  createdAt: instant(id),
  updatedAt: instant(id),
  deletedAt: null,
});

export function* expenses(count: number): Generator<ExpenseRecord> {
  for (let id = 1; id <= count; id += 1) yield expense(id);
}

const user = (id: number): UserRecord => ({
  id,
  username: `user-${id}`,
  // Nobody logs in here.
  passwordHash: `bcrypt_sha256$$2b$10$${"a".repeat(53)}`,
  passwordVersion: 1,
  createdAt: instant(0),
});

/** The user who has most of the records. */
export const owner = user(1);

export const users: readonly UserRecord[] = [owner, user(2), user(3), user(4), user(5)];
