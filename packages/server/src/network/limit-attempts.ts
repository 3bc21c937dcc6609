import { createHmac, randomBytes } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { throttled } from "../domain/refusal.ts";
import type { Throttle } from "../security/throttle.ts";
import { networkOf } from "./network-of.ts";
import { Turns } from "./turns.ts";

/** Contract 1.5: of one user name from one address. */
const ofName = { points: 10, duration: 60 };

/** From one address, whoever is guessed: as many in the long run as of one name. */
const ofAddress = { points: 100, duration: 600 };

/** What is left to each name of an address that guesses: a password, and one slip of the fingers. */
const maxOfNameAtSuspect = 2;

const registrationsOfAddress = { points: 20, duration: 600 };

/** Of one address, under way or waiting; a login takes a twentieth of a second of a processor. */
const maxAtOnce = 128;
const soonMs = 1000;
const tooMany = () => throttled(soonMs);

/**
 * Counters are found by two bytes of a keyed hash: there are never more than 65,536 of each kind, whatever is sent,
 * and none is dropped to make room, which could be provoked. Whom else's counter somebody shares can't be
 * foreseen without the key.
 */
export function counterNames(): (...parts: readonly string[]) => string {
  const key = randomBytes(32);
  return (...parts) =>
    createHmac("sha256", key).update(JSON.stringify(parts)).digest().subarray(0, 2).toString("hex");
}

/** How many are counted in the present span; one that is over may not have been cleared away yet. */
const countIn = (counter: RateLimiterRes | null) =>
  counter && counter.msBeforeNext > 0 ? counter.consumedPoints : 0;

/**
 * Counts wrong passwords, and attempts to make accounts, in memory. Of one name from one address each guess waits
 * for the one before, so that no more get through at once than one after the other.
 *
 * An address from which many names are guessed still gets each name's password compared twice a minute, and who
 * knows it is let in: behind an address there may be a household, which nobody in it can lock out. Wrong ones are
 * answered as throttled.
 * @param inTurn compares when it is an address's turn; at once if left out
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
