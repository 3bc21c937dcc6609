import { centsToText, numberToText } from "@outlay/shared";

const grouped = (text: string) => text.replace(/\B(?=(?:\d{3})+\.)/g, ",");

/** `123450` cents → `1,234.50`. */
export const groupedText = (amountCents: number | bigint): string =>
  grouped(centsToText(amountCents));

/** The wire's `1234.5` → `1,234.50`. */
export const amountText = (amount: number): string => grouped(numberToText(amount));
