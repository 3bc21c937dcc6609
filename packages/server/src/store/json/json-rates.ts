import { RateOfHome } from "../../domain/currencies/home-currency.ts";
import type { Instant } from "../../domain/instant.ts";
import type { RateRecord } from "../../domain/rate.ts";
import type { RateFields, Rates } from "../rates.ts";
import { UserGone } from "../store-errors.ts";
import type { Database } from "./engine/database.ts";

const compare = (one: RateRecord, other: RateRecord): number => {
  if (one.currency !== other.currency) return one.currency < other.currency ? -1 : 1;
  return one.day < other.day ? -1 : 1;
};

const nameOf = ({ currency, day }: Pick<RateFields, "currency" | "day">) => `${currency} ${day}`;

/** The rates in a JSON database. */
export const jsonRates = (database: Database, now: () => Instant): Rates => ({
  list: async (userId) => (await database.current()).rates.list(userId).toSorted(compare),

  find: async (userId, currency, day) =>
    (await database.current()).rates.findHolder(userId, { currency, day }),

  put: (userId, given) =>
    database.change((data) => {
      const user = data.userById(userId);
      if (!user) throw new UserGone();
      const byName = new Map(given.map((rate) => [nameOf(rate), rate]));
      if (given.some(({ currency }) => currency === user.homeCurrency)) throw new RateOfHome();
      const createdAt = now();
      let id = data.rates.nextId;
      let newCount = 0;
      const rates = [...byName.values()].map(({ currency, day, rate }): RateRecord => {
        const present = data.rates.findHolder(userId, { currency, day });
        if (present) return { ...present, rate };
        newCount += 1;
        return { id: id++, userId, createdAt, currency, day, rate };
      });
      if (rates.length === 0) return { result: 0 };
      return { change: { put: { rates } }, result: newCount };
    }),

  remove: (userId, currency, day) =>
    database.change((data) => {
      const rate = data.rates.findHolder(userId, { currency, day });
      if (!rate) return { result: false };
      return { change: { remove: { rates: [{ userId, id: rate.id }] } }, result: true };
    }),
});
