/** Turns a row with a day and an amount, which isn't a total, into an expense or an ignored row. */
import { type CalendarDate, centsToText, maxAmountCents } from "@outlay/shared";
import { readNumberLike } from "../cells/number-cell.ts";
import { bareWords } from "../cells/plain-text.ts";
import { isConversion, isSettlement, refundText } from "../sniff/words/cell-words.ts";
import type { Layout } from "../sniff/layout.ts";
import { isCardPayment } from "../sniff/signs/signed-rows.ts";
import { cellOf, type Column } from "../sniff/table/table.ts";
import { amountColumns, type Flow, readAmount } from "./flow.ts";
import { quoted, Rejection } from "./rejection.ts";
import { type Booking, ignored, type IgnoredReason, type Row } from "./row.ts";
import { notedColumns, saidOf, wordsIn } from "./said.ts";

type Cells = readonly string[];

export class BookedRows {
  readonly #layout: Layout;
  readonly #noted: readonly Column[];
  /** All columns whose words may say what kind of row it is. */
  readonly #worded: readonly Column[];

  constructor(layout: Layout) {
    this.#layout = layout;
    this.#noted = notedColumns(layout);
    const { types, described, category } = layout;
    this.#worded = [...types, ...described, ...(category ? [category] : [])];
  }

  /** @throws Rejection */
  read(line: number, cells: Cells, day: CalendarDate, flow: Flow): Row {
    const { cents, direction } = flow;
    if (cents === 0) return ignored(line, this.#zeroReason(cells));
    if (direction === "in") return ignored(line, this.#reasonOfIncome(cells));
    if (direction === "neutral" || this.#isNeutral(cells)) return ignored(line, "neutral");
    return { kind: "expense", booking: this.#booking(line, cells, day, flow) };
  }

  /** Tells kinds of income apart, by the row's words or by a reversal in the column of money out. */
  #reasonOfIncome(cells: Cells): IgnoredReason {
    const { amounts, decimal } = this.#layout;
    const text = bareWords(this.#worded.map((column) => cellOf(cells, column)).join(" "));
    const isCard = amounts.kind === "signed" && amounts.expense === "positive";
    if (isCard && isCardPayment(text)) return "cardPayment";
    const isTakenBack =
      amounts.kind === "two" && Boolean(readAmount(cellOf(cells, amounts.out), decimal)?.cents);
    return isTakenBack || refundText.test(text) ? "refund" : "income";
  }

  /** A row with a zero amount may have a fee beside it. @throws Rejection */
  #zeroReason(cells: Cells): IgnoredReason {
    const { otherFee, decimal } = this.#layout;
    const fee = otherFee && readAmount(cellOf(cells, otherFee), decimal);
    if (!otherFee || !fee?.cents) return "zero";
    throw new Rejection(
      `its amount is zero, but ${quoted(cellOf(cells, otherFee))} is in "${otherFee.name}": --map fee="${otherFee.name}" counts it`,
    );
  }

  /** Whether outgoing money is no expense, such as a currency exchange within the account. */
  #isNeutral(cells: Cells): boolean {
    const { isShared } = this.#layout;
    return this.#worded.some((column) => {
      const text = cellOf(cells, column);
      return isConversion(text) || (isShared && isSettlement(text));
    });
  }

  /** Returns the currency that the amounts name: their common one, or each row's own if they differ. */
  #currencyBeside(cells: Cells): string {
    const [first = "", ...others] = this.#layout.amountCurrencies;
    if (others.length === 0) return first;
    const signs = amountColumns(this.#layout).flatMap(
      (column) => readNumberLike(cellOf(cells, column))?.currency || [],
    );
    return signs[0] ?? "";
  }

  /** @throws Rejection */
  #booking(line: number, cells: Cells, day: CalendarDate, flow: Flow): Booking {
    const layout = this.#layout;
    const { cents, besideCents = 0 } = flow;
    if (cents > maxAmountCents) {
      throw new Rejection(`the amount with its fee is more than ${centsToText(maxAmountCents)}`);
    }
    const { description, notes, text } = saidOf(cells, layout, this.#noted);
    return {
      line,
      day,
      amountCents: cents - besideCents,
      description,
      notes,
      text,
      category: wordsIn(cells, layout.category),
      bankId: wordsIn(cells, layout.id),
      isTransactionId: layout.hasTransactionIds,
      currency: wordsIn(cells, layout.currency).toUpperCase() || this.#currencyBeside(cells),
      currencies: layout.currencies.map((column) => wordsIn(cells, column).toUpperCase()),
      account: wordsIn(cells, layout.account),
      feeCents: besideCents,
    };
  }
}
