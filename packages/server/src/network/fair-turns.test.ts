import { expect, it } from "vitest";
import { FairTurns } from "./fair-turns.ts";

const refusal = () => new Error("too many");

/** Work that ends on demand, and a list of the jobs that have begun. */
function slowWork() {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const work = (what: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(what);
      ends.push(() => resolve(what));
    });
  /** Lets the earliest work end and the next begin. */
  const endFirst = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    ends.shift()?.();
  };
  return { begun, work, endFirst };
}

/** The result of the work, or the reason why there is none. */
const outcome = (one: Promise<string>) => one.catch((error: unknown) => (error as Error).message);

const usual = { atOnce: 1, maxAtPlace: 10, maxWaiting: 100, refusal };

it("runs the jobs of each place in turn, however many one of them has", async () => {
  const turns = new FairTurns(usual);
  const { begun, work, endFirst } = slowWork();
  const asked = ["a1", "a2", "a3", "a4", "b1", "c1", "b2"];
  const all = asked.map((what) => outcome(turns.take(what.charAt(0), work(what))));
  for (let count = 0; count < 7; count += 1) await endFirst();
  expect(begun).toEqual(["a1", "a2", "b1", "c1", "a3", "b2", "a4"]);
  expect(await Promise.all(all)).toEqual(asked);
  expect(turns.size).toBe(0);
});

it("runs as many jobs at a time as allowed", async () => {
  const turns = new FairTurns({ ...usual, atOnce: 2 });
  const { begun, work, endFirst } = slowWork();
  const all = ["1", "2", "3"].map((what) => outcome(turns.take("a", work(what))));
  await new Promise((resolve) => setImmediate(resolve));
  expect(begun).toEqual(["1", "2"]);
  for (let count = 0; count < 3; count += 1) await endFirst();
  expect(await Promise.all(all)).toEqual(["1", "2", "3"]);
});

it("goes on after a failed job", async () => {
  const turns = new FairTurns(usual);
  const failing = turns.take<string>("a", () => {
    throw new Error("broken");
  });
  const next = turns.take("a", async () => "done");
  expect(await Promise.all([failing, next].map(outcome))).toEqual(["broken", "done"]);
});

it("refuses further jobs of a place with too many waiting", async () => {
  const turns = new FairTurns({ ...usual, maxAtPlace: 2 });
  const { work, endFirst } = slowWork();
  const all = ["1", "2", "3", "4"].map((what) => outcome(turns.take("a", work(what))));
  const elsewhere = turns.take("b", work("b"));
  for (let count = 0; count < 4; count += 1) await endFirst();
  expect(await Promise.all(all)).toEqual(["1", "2", "3", "too many"]);
  expect(await elsewhere).toBe("b");
});

it("lets the place with the most jobs make room for one with fewer", async () => {
  const turns = new FairTurns({ ...usual, maxWaiting: 4 });
  const { work, endFirst } = slowWork();
  // The first job doesn't wait. When b's second one arrives, a and b have equally many, so neither
  // makes room for more.
  const asked = ["a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "c1"];
  const all = asked.map((what) => outcome(turns.take(what.charAt(0), work(what))));
  for (let count = 0; count < 5; count += 1) await endFirst();
  const no = "too many";
  expect(await Promise.all(all)).toEqual(["a1", "a2", no, no, no, "b1", "b2", no, "c1"]);
});
