import { listedRate, rateInput, ratesInput, storedRates, wireRate } from "@outlay/shared";
import { model } from "../model.ts";

const currency = "The code of the currency, which isn't your home currency.";
const date = "The first day of the rate. It holds until the next entry for its currency.";
const rate =
  "The number of units of your home currency that one unit is: positive, with at most ten decimal places. Text keeps all digits.";

const example = { currency: "USD", date: "2026-11-22", rate: "0.92" };

export const rateModels = {
  NewRate: model(rateInput, {
    description: "A rate for the currency and the day in the path.",
    fields: { rate },
    example: { rate: "0.92" },
  }),
  ListedRate: model(listedRate, {
    description: "A rate in a list.",
    fields: { currency, date, rate },
    example,
  }),
  NewRates: model(ratesInput, {
    description: "Rates to store together.",
    fields: {
      rates: "The rates. Of several for the same currency and day, the last counts.",
    },
    example: { rates: [example] },
  }),
  Rate: model(wireRate, {
    description: "A rate by which amounts in another currency are converted.",
    fields: { currency, date, rate },
    example,
  }),
  StoredRates: model(storedRates, {
    description: "The result of storing rates.",
    fields: { stored: "The number of rates that were sent." },
    example: { stored: 1 },
  }),
};
