import { expect, it } from "vitest";
import { OneAtATime } from "./one-at-a-time.ts";

it("begins each piece of work when the previous one has ended, while its caller goes on", async () => {
  const seen: string[] = [];
  const gates: (() => void)[] = [];
  const work = (name: string) => async () => {
    seen.push(`begin ${name}`);
    await new Promise<void>((resolve) => gates.push(resolve));
    seen.push(`end ${name}`);
  };
  const sending = new OneAtATime();
  await sending.start(work("one"));
  const second = sending.start(work("two"));
  expect(seen).toEqual(["begin one"]);
  gates[0]?.();
  await second;
  expect(seen).toEqual(["begin one", "end one", "begin two"]);
  gates[1]?.();
  await sending.end();
  expect(seen).toEqual(["begin one", "end one", "begin two", "end two"]);
});

it("reports a failure to the next start or end, and starts nothing more", async () => {
  const sending = new OneAtATime();
  await sending.start(() => Promise.reject(new Error("full")));
  let isStarted = false;
  const next = sending.start(() => {
    isStarted = true;
    return Promise.resolve();
  });
  await expect(next).rejects.toThrow("full");
  await expect(sending.end()).rejects.toThrow("full");
  expect(isStarted).toBe(false);
});
