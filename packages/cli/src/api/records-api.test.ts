import { expense, expensesPath } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import type { ApiRequest } from "../backend/backend.ts";
import { anExpense } from "../testing/an-expense.ts";
import { recordsApi } from "./records-api.ts";

/** The API of a server that returns two records per page, with a link to the next page. */
function apiWith(nextOf: (page: number) => string | undefined) {
  const asked: string[] = [];
  const send = ({ path }: ApiRequest) => {
    asked.push(path);
    const next = nextOf(asked.length);
    const headers = { "x-total-count": "5", ...(next && { link: `<${next}>; rel="next"` }) };
    const ids = [2 * asked.length - 1, 2 * asked.length];
    const body = JSON.stringify(ids.map((id) => anExpense({ id })));
    return Promise.resolve({ status: 200, headers, body });
  };
  const options = { path: expensesPath, schema: expense, noun: "expense", listCommand: "outlay" };
  return { asked, api: recordsApi({ send, ...options }) };
}

async function idsOf(api: ReturnType<typeof apiWith>["api"], count: number): Promise<number[]> {
  const ids: number[] = [];
  for await (const { records } of api.pages(new URLSearchParams("q=bus"), count)) {
    ids.push(...records.map(({ id }) => id));
  }
  return ids;
}

describe("a list in pages", () => {
  it("is followed from page to page, as far as needed", async () => {
    const { api, asked } = apiWith((page) => `/expenses/?after=${page}`);
    expect(await idsOf(api, 5)).toEqual([1, 2, 3, 4, 5]);
    expect(asked).toEqual(["/expenses/?q=bus&limit=5", "/expenses/?after=1", "/expenses/?after=2"]);
  });

  it("ends where no page follows", async () => {
    const { api } = apiWith((page) => (page < 2 ? "/expenses/?after=1" : undefined));
    expect(await idsOf(api, Infinity)).toEqual([1, 2, 3, 4]);
  });

  it.each([".example/expenses/?after=1", "https://other.example/expenses/?after=1", "/me/"])(
    "isn't followed to %s",
    async (next) => {
      const { api, asked } = apiWith(() => next);
      await expect(idsOf(api, 5)).rejects.toMatchObject({ code: "unexpected_answer" });
      expect(asked).toHaveLength(1);
    },
  );
});
