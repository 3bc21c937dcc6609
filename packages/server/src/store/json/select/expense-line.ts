import {
  type AnyField,
  expenseFields,
  type ExpenseKind,
  type FieldKind,
  settableOf,
} from "@outlay/shared";
import type { ExpenseRecord } from "../../../domain/records.ts";

/** The members that filters and sums look at. */
export type ExpenseFacts = Pick<
  ExpenseRecord,
  | "id"
  | "amountCents"
  | "description"
  | "category"
  | "spentOn"
  | "tags"
  | "kind"
  | "account"
  | "note"
  | "currency"
  | "deletedAt"
  | "importId"
  | "confirmedBy"
>;

const text = String.raw`"(?:[^"\\]|\\.)*"`;

/** How a line has values of each kind. */
const valueOf: Record<FieldKind, string> = {
  amount: String.raw`\d+`,
  text: `(?:null|${text})`,
  word: String.raw`(?:null|"\w+")`,
  day: `(?:null|"[^"]+")`,
  tags: String.raw`\[[^\]]*\]`,
  id: String.raw`(?:null|\d+)`,
};

/** The values that sums need, in the order in which `lookAt` takes them. */
const captured: Readonly<Record<string, string>> = {
  amountCents: String.raw`(\d+)`,
  category: String.raw`(?:null|"(\w+)")`,
  spentOn: `"([^"]+)"`,
  tags: String.raw`(?:\[\]|(\[[^\]]*\]))`,
  kind: String.raw`"(\w+)"`,
  account: `(?:null|(${text}))`,
  currency: String.raw`(?:null|"(\w+)")`,
};

/** The member of a field, which lines lack that have the default of an added field. */
function memberOf({ stored, kind, presence }: AnyField): string {
  const member = `"${stored}":${captured[stored] ?? valueOf[kind]},`;
  return presence === "added" ? `(?:${member})?` : member;
}

/** The line of an expense that isn't in the trash, with these members where this version writes them. */
const lineOf = (fields: readonly AnyField[]) =>
  new RegExp(
    [
      String.raw`\{"id":(\d+),`,
      ...fields.map(memberOf),
      String.raw`"userId":\d+,`,
      `"createdAt":${text},`,
      `"updatedAt":${text},`,
      String.raw`"deletedAt":null(?:,"importId":\d+)?\}`,
    ].join(""),
    "y",
  );

const fields: readonly AnyField[] = Object.values(settableOf(expenseFields));

/** Most lines have no added members; without a look for them, a line is found sooner. */
const plainLine = lineOf(fields.filter(({ presence }) => presence !== "added"));
const anyLine = lineOf(fields);

function findLine(piece: string, start: number): RegExpExecArray | null {
  plainLine.lastIndex = start;
  const plain = plainLine.exec(piece);
  if (plain) return plain;
  anyLine.lastIndex = start;
  return anyLine.exec(piece);
}

const noTags: readonly string[] = [];

/**
 * Reads from the lines of a snapshot, one after the other, what sums need of expenses: this takes a
 * third of the time of parsing them. The facts are always the same object.
 */
export class LineFacts implements ExpenseFacts {
  readonly deletedAt = null;
  id = 0;
  amountCents = 0;
  category: string | null = null;
  spentOn = "";
  tags: readonly string[] = noTags;
  kind: ExpenseKind = "EXPENSE";
  currency: string | null = null;
  /** The end of the line. */
  end = 0;
  #piece = "";
  #start = 0;
  #account: string | undefined;

  // Read only on demand, because few callers need it.
  get description(): string {
    return this.#record.description;
  }

  get note(): string | null {
    return this.#record.note ?? null;
  }

  get account(): string | null {
    return this.#account === undefined ? null : (JSON.parse(this.#account) as string);
  }

  /** A confirmed record is written in another way. */
  get confirmedBy(): undefined {
    return undefined;
  }

  get importId(): number | undefined {
    return this.#record.importId;
  }

  get #record(): ExpenseRecord {
    return JSON.parse(this.#piece.slice(this.#start, this.end)) as ExpenseRecord;
  }

  /**
   * @param start of the line
   * @returns undefined for an expense that must be parsed: it is in the trash, or written in
   * another way
   */
  readonly lookAt = (piece: string, start: number): this | undefined => {
    const found = findLine(piece, start);
    if (!found) return undefined;
    const [, id, amountCents, category, spentOn = "", tags, kind, account, currency] = found;
    this.#piece = piece;
    this.#start = start;
    this.end = start + found[0].length;
    this.id = Number(id);
    this.amountCents = Number(amountCents);
    this.category = category ?? null;
    this.spentOn = spentOn;
    this.tags = tags === undefined ? noTags : (JSON.parse(tags) as string[]);
    this.kind = (kind ?? "EXPENSE") as ExpenseKind;
    this.#account = account;
    this.currency = currency ?? null;
    return this;
  };
}
