import type { expenseInput } from "./expense.ts";
import * as v from "valibot";

/** An expense as it is sent, kept for sending or planned: each field that the API takes. */
export const sentExpense = v.object({
  /** `12.50` */
  amount: v.string(),
  description: v.string(),
  /** Also one that only the server knows, where the user called the same merchant so before. */
  category: v.string(),
  date: v.string(),
  tags: v.array(v.string()),
  /** The server knows it again by this, however often it is sent. */
  external_id: v.string(),
} satisfies Record<keyof typeof expenseInput.entries, v.GenericSchema>);
export type SentExpense = v.InferOutput<typeof sentExpense>;
