/** The rows of a plan as they are sent, with the statements about their currencies. */
import type { ExpenseRow, OwnCurrency, PlanHead, RowCurrencies, RowMoney } from "@outlay/import";
import { isRecordableCurrency } from "@outlay/shared";
import type { FileCurrencies } from "../api/imports-api.ts";

/** The rules for the currencies of a plan's rows. */
export interface PlanMoney {
  own: OwnCurrency;
  currencies: RowCurrencies;
  money: RowMoney;
  /** The words by which the rows name currencies. */
  named: ReadonlySet<string>;
}

export class PlanWire {
  /** The statements that go with each call. */
  readonly file: FileCurrencies;
  /** Whether the rows are records of Outlay. */
  readonly isOwn: boolean;
  readonly #currencies: RowCurrencies;
  readonly #account: string | undefined;
  readonly #isOfOne: boolean;

  constructor(head: PlanHead, { own, currencies, named }: PlanMoney) {
    this.isOwn = head.from_outlay ?? false;
    this.#currencies = currencies;
    this.#account = head.account;
    const isUnnamed = [...named].some((word) => currencies.codeOf(word) === null);
    const codes = this.isOwn ? [] : currencies.codesOf(named).filter(isRecordableCurrency);
    const [only] = codes;
    this.#isOfOne = codes.length === 1 && !isUnnamed;
    const { shownIn } = own;
    this.file = {
      ...(this.#isOfOne && only !== undefined && { currency: only }),
      ...(codes.length > 1 && { currencies: codes }),
      ...(shownIn !== undefined && isRecordableCurrency(shownIn) && { shown_in: shownIn }),
      ...(this.isOwn && { from_outlay: true }),
    };
  }

  /** The fields to send for a row; those that all rows share aren't repeated in the plan. */
  expense({ currency: named, expense }: ExpenseRow): ExpenseRow["expense"] {
    const code = this.isOwn || this.#isOfOne ? null : this.#currencies.codeOf(named);
    const account = expense.account ?? this.#account;
    return {
      ...expense,
      ...(account != null && { account }),
      ...(code !== null && isRecordableCurrency(code) && { currency: code }),
    };
  }
}
