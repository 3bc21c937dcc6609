import { numberToText } from "@outlay/shared";

/** `1234.5` → `1,234.50`. */
export function amountText(amount: number): string {
  const [whole = "", cents = ""] = numberToText(amount).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${cents}`;
}
