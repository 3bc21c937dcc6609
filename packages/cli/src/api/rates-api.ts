import {
  type ListedRate,
  type rateInput,
  ratesPath,
  storedRates,
  wireRate,
  type WireRate,
} from "@outlay/shared";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";
import type { ApiAnswer } from "../backend/backend.ts";
import { orNotFound } from "./or-not-found.ts";
import { readAnswer, requireSuccess } from "./read-answer.ts";
import type { SendAuthorized } from "./session.ts";

/** The rates by which amounts in other currencies are converted. */
export interface RatesApi {
  /** Returns all rates, by currency and then by day. */
  list(): Promise<WireRate[]>;
  /** Returns all rates; undefined if the server is of an earlier version, which has none. */
  listIfKnown(): Promise<WireRate[] | undefined>;
  /** Returns the rate that was set for a day; undefined if there is none. */
  find(currency: string, date: string): Promise<WireRate | undefined>;
  /** Stores a rate, and returns it as it was stored. */
  set(currency: string, date: string, rate: string): Promise<WireRate>;
  /** Stores all rates of a list, or none. */
  setAll(rates: readonly ListedRate[]): Promise<void>;
  /** @throws CliError not_found */
  remove(currency: string, date: string): Promise<void>;
}

const received = v.looseObject(wireRate.entries);

/** @throws CliError for a server of an earlier version, which has no rates */
function requireKnown(answer: ApiAnswer): void {
  if (answer.status !== 404) return;
  throw new CliError(
    "unexpected_answer",
    "The server doesn't know rates: it is of an earlier version.",
    {
      hint: "Update the server. Until then, record amounts in your own currency.",
    },
  );
}

/** The number of rates in a call. */
const ratesInCall = 5000;

const pathOf = (currency: string, date: string) => `${ratesPath}${currency}/${date}/`;

export function ratesApi(send: SendAuthorized): RatesApi {
  return {
    list: async () => {
      const answer = await send({ method: "GET", path: ratesPath, isRepeatable: true });
      requireKnown(answer);
      return readAnswer(answer, v.array(received));
    },
    listIfKnown: async () => {
      const answer = await send({ method: "GET", path: ratesPath, isRepeatable: true });
      return answer.status === 404 ? undefined : readAnswer(answer, v.array(received));
    },
    find: async (currency, date) => {
      const path = pathOf(currency, date);
      const answer = await send({ method: "GET", path, isRepeatable: true });
      return answer.status === 404 ? undefined : readAnswer(answer, received);
    },
    set: async (currency, date, rate) => {
      const body: v.InferInput<typeof rateInput> = { rate };
      const path = pathOf(currency, date);
      const answer = await send({ method: "PUT", path, body, isRepeatable: true });
      requireKnown(answer);
      return readAnswer(answer, received);
    },
    setAll: async (rates) => {
      for (let start = 0; start < rates.length; start += ratesInCall) {
        const body = { rates: rates.slice(start, start + ratesInCall) };
        const answer = await send({ method: "POST", path: ratesPath, body, isRepeatable: true });
        requireKnown(answer);
        readAnswer(answer, storedRates);
      }
    },
    remove: async (currency, date) => {
      const path = pathOf(currency, date);
      const answer = await send({ method: "DELETE", path, isRepeatable: false });
      const read = async () => requireSuccess(answer);
      await orNotFound(
        read(),
        `There is no rate for ${currency} on ${date}.`,
        "List your rates with: outlay rate list",
      );
    },
  };
}
