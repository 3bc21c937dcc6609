import { describe, expect, it } from "vitest";
import { InvalidFields } from "@outlay/shared";
import { testApi } from "../testing/test-api.ts";
import { countUpTo, day, flag, readQuery, recordId } from "./routing/query.ts";

const parameters = { deleted: flag, from: day, limit: countUpTo(1000), import: recordId };

const faultsOf = (query: Record<string, string | string[]>) => {
  try {
    readQuery(query, parameters);
  } catch (error) {
    return (error as InvalidFields).fields;
  }
  return {};
};

describe("an unknown parameter", () => {
  it.each(["foo", "date_from", "T", "utm", "utmost", "callback", "__proto__", "constructor"])(
    "is refused: %s",
    (name) => {
      expect(faultsOf(Object.fromEntries([[name, "1"]]))).toEqual(
        Object.fromEntries([[name, ["There is no such parameter."]]]),
      );
    },
  );

  it.each(["_", "t", "ts", "cb", "utm_source", "utm_campaign"])(
    "is ignored if clients add it by themselves: %s",
    (name) => {
      expect(faultsOf({ [name]: "1700000000000" })).toEqual({});
      expect(faultsOf({ [name]: ["1", "2"] })).toEqual({});
    },
  );

  it("may only request JSON", () => {
    expect(faultsOf({ format: "json" })).toEqual({});
    expect(faultsOf({ format: ["json", "json"] })).toEqual({});
    const refused = { format: ["Only json is available."] };
    expect(faultsOf({ format: "csv" })).toEqual(refused);
    expect(faultsOf({ format: ["json", "api"] })).toEqual(refused);
  });
});

it("a known parameter is read even if it has such a name", () => {
  expect(readQuery({ t: "true" }, { t: flag })).toEqual({ t: true });
  expect(() => readQuery({ t: "x" }, { t: flag })).toThrow(InvalidFields);
});

describe("a list", () => {
  it("ignores the parameters that clients add, and leaves them out of its next page", async () => {
    const api = await testApi();
    const { access } = await api.newUser("ada");
    const lunch = { amount: 1, description: "Lunch", category: "FOOD" };
    for (const _ of [1, 2]) await api.send("POST", "/expenses/", lunch, access);
    const get = (query: string) => api.send("GET", `/expenses/?${query}`, undefined, access);
    const { status, headers, body } = await get("_=17&limit=1&format=json&utm_source=x&cb=2");
    expect({ status, body }).toMatchObject({ status: 200, body: [{ id: 1 }] });
    expect(headers.get("link")).toMatch(/^<\/expenses\/\?limit=1&after=[\w-]+>; rel="next"$/);
    for (const path of ["/budget/", "/imports/", "/api/keys/", "/reports/spending/"]) {
      expect(await api.send("GET", `${path}?_=17&ts=1`, undefined, access)).toMatchObject({
        status: 200,
      });
    }
  });
});

it.each([
  [{ limit: "9007199254740993" }, { limit: ["Must be a whole number from 1 to 1000."] }],
  [{ limit: "1e2" }, { limit: ["Must be a whole number from 1 to 1000."] }],
  [{ import: "9007199254740993" }, {}],
  [{ import: "1.0" }, { import: ["Must be an id: a whole number."] }],
])("a number is exact or refused: %o", (query, faults) => {
  expect(faultsOf(query)).toEqual(faults);
});
