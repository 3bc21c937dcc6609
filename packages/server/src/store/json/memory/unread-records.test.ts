import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ListText, UnreadRecords } from "./unread-records.ts";

interface Item {
  id: number;
  description: string;
  externalId: string | null;
  userId: number;
}

const description = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  // Text that looks like the rest of a record.
  fc.constantFrom('","externalId":"x","userId":7}', '},\n{"id":1,', "\n", '\\","userId":2,', "é😀"),
);
const externalId = fc.constantFrom(null, "x", "y", 'q"uote', "é");

const record = fc.record({ id: fc.nat(40), description, externalId, userId: fc.constant(1) });
/** Some items by id, each id once. */
const records = fc
  .array(record, { maxLength: 25 })
  .map((some) => [...new Map(some.map((one) => [one.id, one])).values()])
  .map((some) => some.toSorted((one, other) => one.id - other.id));

/**
 * The items as a snapshot has them, in pieces of several lines; some with another order of members,
 * as an older version wrote them.
 */
const piecesOf = (some: readonly Item[], linesInPiece: number, isOtherOrder: boolean): string[] => {
  const lines = some.map(({ id, ...rest }) =>
    JSON.stringify(isOtherOrder ? { ...rest, id } : { id, ...rest }),
  );
  const count = Math.ceil(lines.length / linesInPiece);
  return Array.from({ length: count }, (_, index) =>
    lines.slice(index * linesInPiece, (index + 1) * linesInPiece).join(",\n"),
  );
};

const byId = (one: Item, other: Item) => one.id - other.id;

describe("records that are read on demand", () => {
  it("are those of the text and those put in since, whatever they contain", () => {
    const property = fc.property(
      records,
      fc.array(record, { maxLength: 8 }),
      fc.integer({ min: 1, max: 6 }),
      fc.boolean(),
      (some, later, linesInPiece, isOtherOrder) => {
        const unread = new UnreadRecords<Item>(piecesOf(some, linesInPiece, isOtherOrder));
        for (const one of later) unread.put(one);
        const expected = new Map([...some, ...later].map((one) => [one.id, one]));

        for (let id = 0; id <= 41; id += 1) expect(unread.find(id)).toEqual(expected.get(id));
        for (const wanted of ["x", "y", 'q"uote', "é", "z"]) {
          const isIt = (one: Item) => one.externalId === wanted;
          const part = JSON.stringify({ externalId: wanted }).slice(1, -1);
          const holders = [...expected.values()].filter(isIt).toSorted(byId);
          expect(unread.findLast(part, isIt)).toEqual(holders.at(-1));
          expect(unread.candidates([part]).filter(isIt).toSorted(byId)).toEqual(holders);
        }
        expect(unread.all()).toEqual([...expected.values()].toSorted(byId));
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it("belong to the user that they name", () => {
    const property = fc.property(
      records,
      records,
      fc.integer({ min: 1, max: 6 }),
      (some, others, linesInPiece) => {
        const theirs = others.map((one) => ({ ...one, userId: 23 }));
        const text = new ListText<Item>(piecesOf([...some, ...theirs], linesInPiece, false));
        const all = (userId: number) =>
          new UnreadRecords<Item>(text.byUser().get(userId) ?? []).all();

        expect(all(1)).toEqual(some);
        expect(all(23)).toEqual(theirs);
        expect([...text]).toEqual([...some, ...theirs]);
      },
    );
    fc.assert(property, { numRuns: 100 });
  });
});
