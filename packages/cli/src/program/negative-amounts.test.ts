import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { programOf } from "../testing/type-line.ts";
import { negativeAmounts } from "./negative-amounts.ts";

it.each([
  ["add -20,50 Zara", "add −20,50 Zara"],
  ["add -$20 Zara -c food", "add −$20 Zara -c food"],
  ["add -1,234.50 Zara", "add −1,234.50 Zara"],
  ["add -c food --refund -₦20 Zara", "add -c food --refund −₦20 Zara"],
  ["expense add -20USD Zara", "expense add −20USD Zara"],
  ["--json add -20 Zara", "--json add −20 Zara"],
  ["add -12,5O Zara", "add −12,5O Zara"],
  ["add -t work -20 Zara", "add -t work -20 Zara"],
  ["add 12 -5,50 discount", "add 12 -5,50 discount"],
  ["add -- -20,50 Zara", "add -- -20,50 Zara"],
  ["add --note -5 -20", "add --note -5 −20"],
  ["add -t5 12 Lunch", "add -t5 12 Lunch"],
  ["list -20,50", "list -20,50"],
  ["edit 1 -a -20,50", "edit 1 -a -20,50"],
])(
  "the first argument of a command that takes an amount can be negative: %s",
  async (line, read) => {
    const root = await programOf(await newFolder());
    expect(negativeAmounts(root, line.split(" ")).join(" ")).toBe(read);
  },
);
