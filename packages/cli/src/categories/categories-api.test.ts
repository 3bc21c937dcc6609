import { describe, expect, it } from "vitest";
import type { ApiAnswer, ApiRequest } from "../backend/backend.ts";
import { categoriesApi } from "./categories-api.ts";

const answering = (status: number, body: unknown) => {
  const sent: ApiRequest[] = [];
  const send = (request: ApiRequest): Promise<ApiAnswer> => {
    sent.push(request);
    return Promise.resolve({ status, headers: {}, body: JSON.stringify(body) });
  };
  return { sent, api: categoriesApi(send) };
};

const rent = { key: "RENT", name: "Miete", parent: null, archived: false, builtin: false };

describe("the categories of a server", () => {
  it("are fetched once, and then name keys", async () => {
    const { api, sent } = answering(200, [rent]);
    expect(api.label("RENT")).toBe("RENT");
    await Promise.all([api.known(), api.known()]);
    expect((await api.known()).find("RENT")).toEqual(rent);
    expect(api.label("RENT")).toBe("Miete");
    expect(api.label("GONE")).toBe("GONE");
    expect(sent).toHaveLength(1);
  });

  it("are the built-in ones if it is of an earlier version", async () => {
    const { api } = answering(404, { detail: "Not found." });
    expect((await api.known()).all.map(({ key }) => key)).toEqual([
      "FOOD",
      "DATA",
      "TRANSPORT",
      "MISCELLANEOUS",
      "SAVINGS",
    ]);
    await expect(api.create({ name: "Rent" })).rejects.toMatchObject({
      message: "The server has only the built-in categories.",
    });
  });
});
