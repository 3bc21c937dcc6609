import type { OperationDoc } from "../operation-doc.ts";

const tag = "Rates";

export const rateOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /rates/": {
    operationId: "listRates",
    tag,
    summary: "List rates",
    description: "Returns all rates, ordered by currency and then by day.",
    answers: { 200: { description: "Your rates." } },
  },
  "POST /rates/": {
    operationId: "setRates",
    tag,
    summary: "Store rates",
    description:
      "Stores either all rates of the list or none, each in place of the one for its currency and day. The body is JSON of up to 4 MiB.",
    answers: { 200: { description: "The rates were stored." } },
    refusals: ["InvalidRates", "StorageFull"],
  },
  "GET /rates/:currency/:date/": {
    operationId: "getRate",
    tag,
    summary: "Get a rate",
    description: "Returns the rate that was set for this very day.",
    answers: { 200: { description: "The rate." } },
  },
  "PUT /rates/:currency/:date/": {
    operationId: "setRate",
    tag,
    summary: "Set a rate",
    description:
      "The rate holds from this day until the next entry for the currency, also for expenses that were recorded before.",
    answers: {
      201: { description: "The rate was stored." },
      200: { description: "The rate replaced the one for this day." },
    },
    refusals: ["StorageFull"],
  },
  "DELETE /rates/:currency/:date/": {
    operationId: "removeRate",
    tag,
    summary: "Remove a rate",
    description: "From its day on, the entry before it holds, if there is one.",
    answers: { 204: { description: "The rate was removed." } },
    refusals: ["StorageFull"],
  },
};
