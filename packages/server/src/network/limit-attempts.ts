import { createHmac, randomBytes } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { throttled } from "../domain/refusal.ts";
import type { Throttle } from "../security/throttle.ts";
import { networkOf } from "./network-of.ts";
import { Turns } from "./turns.ts";

/** Contract 1.5: guesses of one user name from one address. */
const ofName = { points: 10, duration: 60 };

/** Guesses of any name from one address: in the long run as many as of one name. */
const ofAddress = { points: 100, duration: 600 };

/** The guesses left for each name at a suspicious address: a password, and one typing mistake. */
const maxOfNameAtSuspect = 2;

const registrationsOfAddress = { points: 20, duration: 600 };

/**
 * The attempts of one address under way or waiting; a login takes a twentieth of a second of a
 * processor.
 */
const maxAtOnce = 128;
const soonMs = 1000;
const tooMany = () => throttled(soonMs);

/**
 * Names counters by two bytes of a keyed hash: there are never more than 65,536 of each kind,
 * whatever is sent, and none is evicted to make room, which could be provoked. Without the key
 * nobody can foresee which names share a counter.
 */
export function counterNames(): (...parts: readonly string[]) => string {
  const key = randomBytes(32);
  return (...parts) =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest().subarray(0, 2).toString("hex");
}

/**
 * The count in the present interval; a counter of a past one may not have been cleared away yet.
 */
const countIn = (counter: RateLimiterRes | null) =>
  counter && counter.msBeforeNext > 0 ? counter.consumedPoints : 0;

/**
 * Counts wrong passwords and registrations in memory. Guesses of one name from one address run one
 * after the other, so that parallel guesses gain nothing. An address that guesses many names still
 * gets two comparisons a minute for each name, and the right password is let in: behind an address
 * there may be a household, and nobody in it can lock the others out. Wrong passwords are answered
 * as throttled.
 * @param inTurn compares when it is the address's turn; at once by default
 */
export function limitAttempts(inTurn: Throttle["inTurn"] = (_address, work) => work()): Throttle {
  const names = new RateLimiterMemory(ofName);
  const addresses = new RateLimiterMemory(ofAddress);
  const registrations = new RateLimiterMemory(registrationsOfAddress);
  const counterName = counterNames();
  const turns = new Turns(maxAtOnce);

  return {
    inTurn,

    attempt({ username, address }, compare) {
      const network = networkOf(address);
      const name = counterName(network, username);
      const place = counterName(network);
      return turns.take({ name, place, tooMany }, async () => {
        const isSuspect = countIn(await addresses.get(place)) >= ofAddress.points;
        const before = await names.get(name);
        const max = isSuspect ? maxOfNameAtSuspect : ofName.points;
        if (before && countIn(before) >= max) throw throttled(before.msBeforeNext);
        if (await inTurn(address, compare)) return true;
        const [{ msBeforeNext }] = await Promise.all([
          names.penalty(name),
          addresses.penalty(place),
        ]);
        if (isSuspect) throw throttled(msBeforeNext);
        return false;
      });
    },

    async register(address) {
      const counter = await registrations.penalty(counterName(networkOf(address)));
      if (counter.consumedPoints > registrationsOfAddress.points) {
        throw throttled(counter.msBeforeNext);
      }
    },
  };
}
