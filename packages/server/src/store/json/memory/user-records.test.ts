import fc from "fast-check";
import { expect, it } from "vitest";
import { UserRecords } from "./user-records.ts";
import { UnreadRecords } from "./unread-records.ts";

interface Item {
  id: number;
  description: string;
  spentOn: string;
}

const kind = { externalId: () => null, day: ({ spentOn }: Item) => spentOn };

/** Days around the end of a year, and one in another year. */
const days = ["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-09", "2026-01-10", "2026-11-01"];
const day = fc.constantFrom(...days);
const item = fc.record({
  id: fc.integer({ min: 1, max: 30 }),
  description: fc.constantFrom("x", '"spentOn":"2026-01-', "\n"),
  spentOn: day,
});
/** Each id once. */
const items = fc
  .uniqueArray(item, { selector: ({ id }) => id, maxLength: 20 })
  .map((some) => some.toSorted((one, other) => one.id - other.id));

it("the records of some days are the same before and after they have been read", () => {
  const property = fc.property(
    items,
    fc.array(item, { maxLength: 6 }),
    day,
    day,
    (some, later, first, last) => {
      const text = some.map((one) => JSON.stringify(one)).join(",\n");
      const unread = new UserRecords<Item>(kind, new UnreadRecords(text === "" ? [] : [text]));
      const read = new UserRecords<Item>(kind);
      read.putAll(some);
      for (const one of later) {
        unread.put(one);
        read.put(one);
      }
      const expected = [...new Map([...some, ...later].map((one) => [one.id, one])).values()]
        .filter(({ spentOn }) => first <= spentOn && spentOn <= last)
        .toSorted((one, other) =>
          one.spentOn === other.spentOn ? one.id - other.id : one.spentOn < other.spentOn ? -1 : 1,
        );
      expect(unread.between(first, last)).toEqual(expected);
      expect(read.between(first, last)).toEqual(expected);
    },
  );
  fc.assert(property, { numRuns: 500 });
});

it("removed records are gone, whether they were read before or not", () => {
  const kindWithIds = { externalId: ({ description }: Item) => description };
  const property = fc.property(
    items,
    fc.array(item, { maxLength: 6 }),
    fc.array(fc.integer({ min: 1, max: 31 }), { maxLength: 6 }),
    fc.boolean(),
    (some, later, ids, isIndexed) => {
      const text = some.map((one) => JSON.stringify(one)).join(",\n");
      const own = new UserRecords<Item>(kindWithIds, new UnreadRecords(text === "" ? [] : [text]));
      if (isIndexed) own.index();
      for (const one of later) own.put(one);
      own.removeAll(ids);
      const left = [...new Map([...some, ...later].map((one) => [one.id, one])).values()]
        .filter(({ id }) => !ids.includes(id))
        .toSorted((one, other) => one.id - other.id);
      expect(own.records).toEqual(left);
      for (const id of ids) expect(own.find(id)).toBeUndefined();
    },
  );
  fc.assert(property, { numRuns: 500 });
});
