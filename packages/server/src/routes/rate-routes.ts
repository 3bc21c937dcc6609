import {
  maxRatesBodyBytes,
  maxRatesInCall,
  parseFields,
  rateInput,
  ratesInput,
  ratesPath,
  storedRates,
  wireRate,
  type WireRate,
} from "@outlay/shared";
import { notFound } from "../domain/refusal.ts";
import type { ServerContext } from "../server-context.ts";
import type { RateFields } from "../store/rates.ts";
import { findRate, type RateName, removeRate, setRate, setRates } from "../use-cases/rates.ts";
import { created, done, json, listOf, nothing, ok } from "./routing/answers.ts";
import { needs, type Route, userRoute } from "./routing/route.ts";

const toWire = ({ currency, day, rate }: RateFields): WireRate => ({
  currency,
  date: day,
  rate,
});

/** @throws Refusal not_found for a path that can't be that of a rate */
function nameIn({ currency = "", date = "" }: Readonly<Record<string, string>>): RateName {
  if (!/^[A-Z]{3}$/.test(currency) || !/^\d{4}-\d\d-\d\d$/.test(date)) throw notFound();
  return { currency, day: date };
}

const longList = { maxItems: maxRatesInCall, maxBytes: maxRatesBodyBytes };

/** Routes for the rates by which amounts in other currencies are converted. */
export function rateRoutes(server: ServerContext): Route[] {
  const { rates } = server.store;
  const found = { 200: json(wireRate) };
  return [
    userRoute(ratesPath, {
      GET: needs(
        "read",
        { query: {}, answers: { 200: listOf(wireRate) } },
        async ({ user, query }) => {
          query();
          return ok((await rates.list(user.id)).map(toWire));
        },
      ),
      POST: needs(
        "full",
        {
          input: ratesInput,
          // A list by itself is understood as well.
          read: (value) => parseFields(ratesInput, Array.isArray(value) ? { rates: value } : value),
          longList,
          answers: { 200: json(storedRates) },
        },
        async ({ user, body }) => {
          const { rates: given } = await body();
          await setRates(rates, user.id, given);
          return ok({ stored: given.length });
        },
      ),
    }),
    userRoute(`${ratesPath}:currency/:date/`, {
      GET: needs("read", { answers: found }, async ({ user, params }) =>
        ok(toWire(await findRate(rates, user.id, nameIn(params)))),
      ),
      PUT: needs(
        "full",
        { input: rateInput, answers: { 201: json(wireRate), 200: json(wireRate) } },
        async ({ user, params, body }) => {
          const name = nameIn(params);
          const { rate } = await body();
          const isNew = await setRate(rates, user.id, name, rate);
          const stored = toWire({ ...name, rate });
          return isNew ? created(stored) : ok(stored);
        },
      ),
      DELETE: needs("full", { answers: { 204: nothing } }, async ({ user, params }) => {
        await removeRate(rates, user.id, nameIn(params));
        return done;
      }),
    }),
  ];
}
