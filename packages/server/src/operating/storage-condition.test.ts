import { describe, expect, it } from "vitest";
import { LimitReached, StorageFull, StorageUnavailable } from "../store/store-errors.ts";
import { storageCondition } from "./storage-condition.ts";

const full = () =>
  new StorageFull("The disk is full; nothing was stored.", {
    cause: Object.assign(new Error("write"), { code: "ENOSPC" }),
  });
const again = "The data can be written again.";

function watched() {
  const said: string[] = [];
  let nowMs = 0;
  const report = (message: string) => said.push(message);
  const condition = storageCondition({ clock: () => new Date(nowMs), report });
  return { said, condition, pass: (ms: number) => (nowMs += ms) };
}

describe("a full disk", () => {
  it("is reported once, without a stack, and once more when it is over", () => {
    const { said, condition, pass } = watched();
    for (let count = 0; count < 1000; count += 1) {
      expect(condition.met(full())).toBe(true);
      pass(1000);
    }
    condition.over();
    condition.over();
    expect(said).toEqual([
      "The disk is full; nothing was stored. (ENOSPC) The log will say when changes can be stored again.",
      again,
    ]);
  });

  it("that has room for some changes and not for others is reported once a minute", () => {
    const { said, condition, pass } = watched();
    for (let count = 0; count < 120; count += 1) {
      condition.met(full());
      condition.over();
      pass(1000);
    }
    expect(said.filter((message) => message === again)).toHaveLength(2);
    expect(said).toHaveLength(4);
  });

  it("is reported beside another condition", () => {
    const { said, condition } = watched();
    condition.met(new StorageUnavailable("The data folder is held by process 7."));
    condition.met(full());
    expect(said).toHaveLength(2);
  });
});

it("a reason that a message contains is not repeated", () => {
  const { said, condition } = watched();
  const cause = Object.assign(new Error("write"), { code: "EIO" });
  condition.met(new StorageUnavailable("The data can't be written (EIO).", { cause }));
  expect(said).toEqual([
    "The data can't be written (EIO). The log will say when changes can be stored again.",
  ]);
});

it("an error other than a condition of the disk is left to the log of faults", () => {
  const { said, condition } = watched();
  expect(condition.met(new Error("boom"))).toBe(false);
  expect(said).toEqual([]);
});

it("the limit of an account concerns only its user, and that of the server is reported once an hour", () => {
  const { said, condition, pass } = watched();
  condition.met(new LimitReached("This account is full."));
  for (let count = 0; count < 120; count += 1) {
    condition.met(new LimitReached("No memory.", { isOfServer: true }));
    condition.over();
    pass(60_000);
  }
  expect(said).toEqual(["No memory.", "No memory."]);
});
