import {
  centsToText,
  hasAtMost,
  isCategoryKey,
  maxAccountCharacters,
  maxDescriptionCharacters,
  maxNoteCharacters,
} from "@outlay/shared";
import { type Categorised, type Categoriser, categorise } from "../categories/categorise.ts";
import type { Identifier, Identity } from "../identity/identify.ts";
import { type Booking, ignoredReasons, type Recorded, type Row } from "../rows/row.ts";
import type { ExpenseRow } from "./outcome.ts";
import type { PlanRow } from "./plan.ts";
import { shortened } from "./shortened.ts";

/** `EATING_OUT` → `Eating out`; a name stays as it is. */
function nameOfKey(category: string): string {
  if (!isCategoryKey(category)) return category;
  const words = category.replaceAll("_", " ").trim().toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

type Planned = ExpenseRow["expense"];

type AddedField = "kind" | "direction" | "account" | "note" | "currency";

/** The fields that were added since the first version. Those with their defaults are left out, as plans have many rows. */
function addedFields(recorded: Recorded): Pick<Planned, AddedField> {
  const { kind, direction, account, note, currency } = recorded;
  const all: Required<Pick<Planned, AddedField>> = {
    kind: kind ?? null,
    direction: direction ?? null,
    account: account ?? null,
    note: note ?? null,
    currency: currency ?? null,
  };
  const named = Object.entries(all).filter(([, value]) => value !== null && value !== "EXPENSE");
  return Object.fromEntries(named) as Pick<Planned, AddedField>;
}

/**
 * Turns rows into lines of the plan. The words of continuation rows count as words of the rows they continue.
 */
export class Planner {
  readonly #isAccountGiven: boolean;
  readonly #categoriser: Categoriser;
  readonly #identifier: Identifier;
  #held: { booking: Booking; more: string } | undefined;
  readonly #after: PlanRow[] = [];
  #settled: PlanRow[] = [];

  /** @param isAccountGiven whether the user has named the account, so that the rows' own don't matter */
  constructor(categoriser: Categoriser, identifier: Identifier, isAccountGiven: boolean) {
    this.#isAccountGiven = isAccountGiven;
    this.#categoriser = categoriser;
    this.#identifier = identifier;
  }

  add(row: Row): void {
    if (row.kind === "continued") {
      if (this.#held) this.#held.more += ` ${row.text}`;
      this.#after.push({ kind: "ignored", line: row.line, reason: ignoredReasons.words });
      return;
    }
    this.end();
    if (row.kind === "expense") this.#held = { booking: row.booking, more: "" };
    else if (row.kind === "rejected") this.#after.push(row);
    else this.#after.push({ ...row, reason: ignoredReasons[row.reason] });
  }

  /** Settles the last row, since no continuation follows it. */
  end(): void {
    if (this.#held) this.#settled.push(this.#planned(this.#held.booking, this.#held.more));
    this.#held = undefined;
    for (const line of this.#after.splice(0)) this.#settled.push(line);
  }

  /** Returns the lines that have been settled since the last call. */
  take(): PlanRow[] {
    const settled = this.#settled;
    this.#settled = [];
    return settled;
  }

  #categorised({ recorded, description, text, category }: Booking, more: string): Categorised {
    // Expenses that Outlay has recorded keep their category and tags.
    if (recorded) return this.#asRecorded(recorded);
    const said = { description, text: `${text}${more}`, fileCategory: category };
    return categorise(this.#categoriser, said);
  }

  #asRecorded({ category, tags }: NonNullable<Booking["recorded"]>): Categorised {
    if (category === null) return { category, tags, by: "file" };
    const { own, made } = this.#categoriser;
    const known = own.whole(category);
    if (known !== undefined) return { category: known, tags, by: "file" };
    const added = made?.of(nameOfKey(category));
    if (added) return { category: added.key, newName: added.name, tags, by: "file" };
    // The server decides, which may have categories that are not known here.
    return { category, tags, by: "file", unknownWord: category };
  }

  #identified(booking: Booking): Identity {
    const externalId = booking.recorded?.externalId;
    return externalId == null ? this.#identifier.identify(booking) : { externalId, knownAs: [] };
  }

  /** The account is left out where it is that of all rows. The row's currency is judged with all others of the file. */
  #bankFields({ account, description, notes }: Booking, more: string): Pick<Planned, AddedField> {
    const texts = hasAtMost(description, maxDescriptionCharacters)
      ? notes
      : [description, ...notes];
    const note = [...texts, ...(more === "" ? [] : [more.trim()])].join(" · ");
    const own = this.#isAccountGiven ? "" : account;
    return {
      ...(own !== "" && { account: shortened(own, maxAccountCharacters) }),
      ...(note !== "" && { note: shortened(note, maxNoteCharacters) }),
    };
  }

  #planned(booking: Booking, more: string): PlanRow {
    const { line, day, amountCents, feeCents, description, currency } = booking;
    const { category, tags, by, unknownWord, newName } = this.#categorised(booking, more);
    const { externalId, knownAs } = this.#identified(booking);
    const expense: Planned = {
      amount: centsToText(amountCents + feeCents),
      description: shortened(description, maxDescriptionCharacters),
      category,
      date: day,
      tags: [...tags],
      external_id: externalId,
      ...(booking.recorded ? addedFields(booking.recorded) : this.#bankFields(booking, more)),
    };
    if (knownAs.length > 0) expense.known_as = [...knownAs];
    return {
      kind: "expense",
      line,
      by,
      currency,
      ...(unknownWord !== undefined && { unknown_word: unknownWord }),
      ...(newName !== undefined && { new_category: newName }),
      expense,
    };
  }
}
