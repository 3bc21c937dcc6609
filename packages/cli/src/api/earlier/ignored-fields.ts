/** Fields that a server of an earlier version doesn't know: it ignores them, and answers without them. */
import { expenseFields, namesOf } from "@outlay/shared";
import { CliError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import type { Expense } from "../received/records.ts";

type Values = Readonly<Record<string, unknown>>;

const addedNames = namesOf(expenseFields).filter(
  (name) => expenseFields[name].presence === "added",
);

/** Whether a value says something that a record without the field doesn't. */
const isSaid = (name: keyof typeof expenseFields, value: unknown): boolean => {
  const field = expenseFields[name];
  return field.presence === "added" && value !== undefined && value !== field.otherwise();
};

/** Returns the fields with which an expense says something, and that servers of earlier versions don't know. */
export const addedFieldsOf = (sent: object): string[] =>
  addedNames.filter((name) => isSaid(name, (sent as Values)[name]));

/**
 * Returns the names of the fields that were sent, and that the server's answer lacks.
 * @param sent a body that records or changes an expense
 * @param answered the record as it was answered, before any schema has filled in defaults
 */
export function ignoredFields(sent: object, answered: unknown): string[] {
  if (typeof answered !== "object" || answered === null) return [];
  return addedNames.filter((name) => {
    const value = (sent as Values)[name];
    // A change to a default is ignored as well, but then the record has had it all along.
    if (!isSaid(name, value)) return false;
    // The code of the home currency is answered as null, and texts are trimmed, but a kind is what was sent.
    return name === "kind" ? (answered as Values)[name] !== value : !Object.hasOwn(answered, name);
  });
}

/** `kind, account and note` */
export const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(", "), ...names.slice(-1)].filter((part) => part !== "").join(" and ");

/** Thrown when a server has recorded or changed an expense, but ignored some of what it was sent. */
export class FieldsIgnored extends CliError {
  readonly names: readonly string[];
  readonly record: Expense;

  constructor(names: readonly string[], record: Expense, hint?: string) {
    const what = `expense ${record.id} without ${names.length === 1 ? "it" : "them"}`;
    super(
      "unexpected_answer",
      printable(
        `The server doesn't know ${listed(names)}: it is of an earlier version, and has recorded ${what}.`,
      ),
      { hint: hint ?? `See it with: outlay show ${record.id}` },
    );
    this.names = names;
    this.record = record;
  }

  /** Returns this error with the way out as its hint. */
  withHint(hint: string): FieldsIgnored {
    return new FieldsIgnored(this.names, this.record, hint);
  }
}

/** @throws FieldsIgnored if the server's answer lacks fields that it was sent */
export function requireTaken(sent: object, answer: { body: string }, record: Expense): void {
  const names = ignoredFields(sent, JSON.parse(answer.body));
  if (names.length > 0) throw new FieldsIgnored(names, record);
}
