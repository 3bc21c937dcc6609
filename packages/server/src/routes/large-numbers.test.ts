/**
 * Whole numbers beyond the safe integers of JavaScript: each is kept exactly or refused, never
 * changed.
 */
import { describe, expect, it } from "vitest";
import { testApi } from "../testing/test-api.ts";

const tooLarge = ["This number is too large to be exact: send it as text."];
const lunch = `"amount": 1, "description": "Lunch", "category": "FOOD"`;

async function posting() {
  const api = await testApi();
  const { access } = await api.newUser("ada");
  return async (path: string, text: string) => {
    const headers = { authorization: `Bearer ${access}`, "content-type": "application/json" };
    const response = await fetch(api.url + path, { method: "POST", headers, body: text });
    return { status: response.status, body: await response.json() };
  };
}

describe("a number that stands for text", () => {
  it.each(["9007199254740993", "-9007199254740993", "12345678901234567890", "1e22", "1e400"])(
    "is refused if it would change: %s",
    async (number) => {
      const post = await posting();
      expect(await post("/expenses/", `{${lunch}, "external_id": ${number}}`)).toEqual({
        status: 400,
        body: { external_id: tooLarge },
      });
      expect(await post("/expenses/", `{${lunch}, "description": ${number}}`)).toEqual({
        status: 400,
        body: { description: tooLarge },
      });
    },
  );

  it("is refused in a list of expenses and in an import, too", async () => {
    const post = await posting();
    const number = "9007199254740993";
    const row = `{${lunch}, "known_as": [${number}]}`;
    expect(await post("/imports/", `{"source": ${number}, "expenses": [${row}]}`)).toEqual({
      status: 400,
      body: { source: tooLarge, expenses: [{ known_as: tooLarge }] },
    });
  });

  it.each(["9007199254740991", "123456789012345", "-5", "0.5", "12.25"])(
    "is kept if it is exact: %s",
    async (number) => {
      const post = await posting();
      expect(await post("/expenses/", `{${lunch}, "external_id": ${number}}`)).toMatchObject({
        status: 201,
        body: { external_id: number },
      });
    },
  );

  it("is kept at any length as text", async () => {
    const post = await posting();
    const digits = "12345678901234567890123";
    expect(await post("/expenses/", `{${lunch}, "external_id": "${digits}"}`)).toMatchObject({
      body: { external_id: digits },
    });
  });
});

describe("an amount", () => {
  it.each(["9007199254740993", '"9007199254740993"', "1e17", "9999999999.995"])(
    "of more than twelve digits is refused: %s",
    async (amount) => {
      const post = await posting();
      const text = `{"amount": ${amount}, "description": "Lunch", "category": "FOOD"}`;
      expect(await post("/budget/", text)).toMatchObject({
        status: 400,
        body: { amount: ["Ensure that there are no more than 12 digits in total."] },
      });
    },
  );
});

it("an id beyond the exact numbers matches no other record", async () => {
  const post = await posting();
  for (const id of ["9007199254740993", "18446744073709551617", "4294967297"]) {
    expect(await post(`/expenses/${id}/restore/`, "{}")).toMatchObject({ status: 404 });
  }
});
