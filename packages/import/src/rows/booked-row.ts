/** What a row is that has a day and an amount, if it isn't a total. */
import { type CalendarDate, centsToText, maxAmountCents } from "@outlay/shared";
import { readNumberCell } from "../cells/number-cell.ts";
import { bareWords } from "../cells/plain-text.ts";
import { isConversion, isSettlement, refundText } from "../sniff/words/cell-words.ts";
import type { Layout } from "../sniff/layout.ts";
import { isCardPayment } from "../sniff/signs/signed-rows.ts";
import { cellOf, type Column } from "../sniff/table/table.ts";
import { amountColumns, type Flow, readAmount } from "./flow.ts";
import { quoted, Rejection } from "./rejection.ts";
import { type Booking, ignored, type IgnoredReason, type Row } from "./row.ts";
import { saidOf, wordsIn } from "./said.ts";

type Cells = readonly string[];

export class BookedRows {
  readonly #layout: Layout;
  /** All columns that may say what became of a row. */
  readonly #worded: readonly Column[];

  constructor(layout: Layout) {
    this.#layout = layout;
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

  /** What came in, by its words, or because it was taken back in the column of what went out. */
  #reasonOfIncome(cells: Cells): IgnoredReason {
    const { amounts, decimal } = this.#layout;
    const text = bareWords(this.#worded.map((column) => cellOf(cells, column)).join(" "));
    const isCard = amounts.kind === "signed" && amounts.expense === "positive";
    if (isCard && isCardPayment(text)) return "cardPayment";
    const isTakenBack =
      amounts.kind === "two" && Boolean(readAmount(cellOf(cells, amounts.out), decimal)?.cents);
    return isTakenBack || refundText.test(text) ? "refund" : "income";
  }

  /** A row of nothing may have a fee beside it. @throws Rejection */
  #zeroReason(cells: Cells): IgnoredReason {
    const { otherFee, decimal } = this.#layout;
    const fee = otherFee && readAmount(cellOf(cells, otherFee), decimal);
    if (!otherFee || !fee?.cents) return "zero";
    throw new Rejection(
      `its amount is zero, and ${quoted(cellOf(cells, otherFee))} stands in "${otherFee.name}": --map fee="${otherFee.name}" counts it`,
    );
  }

  /** Whether money that goes out is no expense all the same. */
  #isNeutral(cells: Cells): boolean {
    const { isShared } = this.#layout;
    return this.#worded.some((column) => {
      const text = cellOf(cells, column);
      return isConversion(text) || (isShared && isSettlement(text));
    });
  }

  /** What the amounts themselves say that they are in: each of its own, where these differ. */
  #currencyBeside(cells: Cells): string {
    const [first = "", ...others] = this.#layout.amountCurrencies;
    if (others.length === 0) return first;
    const signs = amountColumns(this.#layout).flatMap(
      (column) => readNumberCell(cellOf(cells, column))?.currency || [],
    );
    return signs[0] ?? "";
  }

  /** @throws Rejection */
  #booking(line: number, cells: Cells, day: CalendarDate, flow: Flow): Booking {
    const layout = this.#layout;
    const { cents, besideCents = 0 } = flow;
    if (cents > maxAmountCents) {
      throw new Rejection(`amount with its fee is more than ${centsToText(maxAmountCents)}`);
    }
    const { description, text } = saidOf(cells, layout);
    return {
      line,
      day,
      amountCents: cents - besideCents,
      description,
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
