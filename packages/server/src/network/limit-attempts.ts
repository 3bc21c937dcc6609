import { createHmac, randomBytes } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { throttled } from "../domain/refusal.ts";
import type { Throttle } from "../security/throttle.ts";
import { networkOf } from "./network-of.ts";
import { Turns } from "./turns.ts";

/** The guesses of one user name from one address. */
const ofName = { points: 10, duration: 60 };

/** The guesses of any names from one address: over ten minutes, as many as of one name. */
const ofAddress = { points: 100, duration: 600 };

/** The guesses per minute of each name from a suspicious address: one password, and one typing mistake. */
const maxOfNameAtSuspect = 2;

const registrationsOfAddress = { points: 20, duration: 600 };

/**
 * The maximum number of attempts of one address that are waiting or being compared. Comparing one takes a twentieth
 * of a second of processor time.
 */
const maxAtOnce = 128;
const soonMs = 1000;
const tooMany = () => throttled(soonMs);

/**
 * Returns a function that names counters by two bytes of a keyed hash. This bounds the number of counters at 65,536 of
 * each kind, whatever clients send, so none must be evicted, which attackers could provoke. Without the key, nobody
 * can predict which names share a counter.
 */
export function counterNames(): (...parts: readonly string[]) => string {
  const key = randomBytes(32);
  return (...parts) =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest().subarray(0, 2).toString("hex");
}

/**
 * Returns the count in the present interval. Counters of past intervals may still be in memory.
 */
const countIn = (counter: RateLimiterRes | null) =>
  counter && counter.msBeforeNext > 0 ? counter.consumedPoints : 0;

/**
 * Counts wrong passwords and registrations in memory. Guesses of one name from one address run one after the other,
 * so parallel guesses gain nothing. An address that guesses many names still gets two comparisons per minute for each
 * name, and the right password is accepted: several people may share an address, and none of them can lock out the
 * others. Wrong passwords from such an address get the same response as throttled attempts.
 * @param inTurn runs a comparison when it is the address's turn; by default, at once
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
