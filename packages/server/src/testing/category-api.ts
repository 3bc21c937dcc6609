import { testApi } from "./test-api.ts";

export type Body = Record<string, unknown>;

/** An account with categories below FOOD and HOUSING. */
export async function categoryApi() {
  const api = await testApi();
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  const add = async (name: string, parent: string | null = null) =>
    (await send("POST", "/categories/", { name, parent })).body as Body;
  const spend = async (amount: number, category: string, more: object = {}) =>
    (await send("POST", "/expenses/", { amount, description: "x", category, ...more }))
      .body as Body;
  await add("Groceries", "FOOD");
  await add("Housing");
  await add("Rent", "HOUSING");
  return { api, send, add, spend };
}
