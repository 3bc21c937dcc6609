import { expect, it } from "vitest";
import { Turns } from "./turns.ts";

const tooMany = () => new Error("too many");

const fail = async () => {
  throw new Error("broken");
};

/** Work that ends on demand. */
function slowWork() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (what: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(what);
      ends.set(what, (error) => (error ? reject(error) : resolve(what)));
    });
  return { begun, work, end: (what: string, error?: Error) => ends.get(what)?.(error) };
}

it("runs the work for one name in sequence, and that for another name beside it", async () => {
  const turns = new Turns(10);
  const { begun, work, end } = slowWork();
  const first = turns.take({ name: "ada", place: "a", tooMany }, work("ada 1"));
  const second = turns.take({ name: "ada", place: "b", tooMany }, work("ada 2"));
  const other = turns.take({ name: "grace", place: "a", tooMany }, work("grace"));
  await Promise.resolve();
  expect(begun).toEqual(["ada 1", "grace"]);
  end("ada 1");
  expect(await first).toBe("ada 1");
  expect(begun).toEqual(["ada 1", "grace", "ada 2"]);
  end("ada 2");
  end("grace");
  expect(await Promise.all([second, other])).toEqual(["ada 2", "grace"]);
});

it("goes on after work that failed", async () => {
  const turns = new Turns(10);
  const first = turns.take({ name: "ada", place: "a", tooMany }, fail);
  const second = turns.take({ name: "ada", place: "a", tooMany }, async () => "done");
  await expect(first).rejects.toThrow("broken");
  expect(await second).toBe("done");
});

it("refuses work beyond the limit of a place, and forgets names and places without work", async () => {
  const turns = new Turns(2);
  const { work, end } = slowWork();
  const one = turns.take({ name: "1", place: "a", tooMany }, work("1"));
  const two = turns.take({ name: "2", place: "a", tooMany }, work("2"));
  await expect(turns.take({ name: "3", place: "a", tooMany }, work("3"))).rejects.toThrow(
    "too many",
  );
  const elsewhere = turns.take({ name: "3", place: "b", tooMany }, async () => "3");
  expect(await elsewhere).toBe("3");
  end("1");
  end("2");
  await Promise.all([one, two]);
  expect(await turns.take({ name: "3", place: "a", tooMany }, async () => "3")).toBe("3");
  expect(turns.size).toBe(0);
});
