import { decimalToExactCents } from "@outlay/shared";
import { typedName } from "../../arguments/category.ts";
import type { KnownCategories } from "../../categories/known-categories.ts";
import { tagsText } from "../expense/tags-text.ts";
import type { Money } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";

const categoryText = (key: string, known: KnownCategories): string => {
  const category = known.find(key);
  return category ? typedName(category) : key;
};

/**
 * Describes a report's filter, except for its days: `only food or data, #work, "lunch", 5.00 or more`. Empty
 * if it covers all expenses.
 * @param filter the API's parameters
 */
export function filterText(filter: URLSearchParams, money: Money, known: KnownCategories): string {
  const amount = (name: "min" | "max", words: string) =>
    filter.getAll(name).map((text) => `${money.ofCents(decimalToExactCents(text))} ${words}`);
  const parts = [
    filter
      .getAll("category")
      .map((key) => categoryText(key, known))
      .join(" or "),
    filter
      .getAll("tag")
      .map((tag) => tagsText([tag]))
      .join(" or "),
    filter.getAll("account").join(" or "),
    filter
      .getAll("currency")
      .map((code) => (code === "home" ? "home currency" : code))
      .join(" or "),
    ...filter.getAll("q").map((text) => `"${text}"`),
    ...filter.getAll("description").map((text) => `"${text}" in the description`),
    ...filter.getAll("confirmed").map((is) => (is === "true" ? "confirmed" : "unconfirmed")),
    ...amount("min", "or more"),
    ...amount("max", "or less"),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : printable(`only ${parts.join(", ")}`);
}
