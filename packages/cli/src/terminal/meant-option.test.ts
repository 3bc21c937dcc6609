import { expect, it } from "vitest";
import { meantOption } from "./meant-option.ts";

const options = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"] as const;

it.each([
  ["food", "FOOD"],
  ["T", "TRANSPORT"],
  ["4", "MISCELLANEOUS"],
])("%s stands for %s", (word, option) => {
  expect(meantOption(word, options)).toEqual({ option });
});

it.each([
  ["lunch", 'Answer "lunch" is unknown. Write one of food'],
  ["tranport", "Did you mean transport?"],
  ["5", 'Answer "5" is unknown.'],
  ["0", 'Answer "0" is unknown.'],
])("%s stands for none of the list, which is said", (word, refusal) => {
  expect(meantOption(word, options)).toEqual({ refusal: expect.stringContaining(refusal) });
});

it("refuses a word that several options begin with", () => {
  expect(meantOption("m", ["MONTHLY", "MINUTELY"])).toEqual({
    refusal: expect.stringContaining("could be monthly or minutely"),
  });
});
