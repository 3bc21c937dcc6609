import { testApi } from "./test-api.ts";

export const lunch = { amount: 12.5, description: "Lunch", category: "FOOD", date: "2026-11-20" };
export const bus = { amount: 3, description: "Bus", category: "TRANSPORT", date: "2026-11-23" };

/** An API with expenses of one user, whose reports it gets. */
export async function reportApi(...expenses: object[]) {
  const api = await testApi();
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  // Without a home currency, a file can't name two others.
  await send("PATCH", "/me/", { home_currency: "EUR" });
  await send("POST", "/imports/", { source: "bank.csv", expenses });
  const get = async (query: string) => (await send("GET", `/reports/spending/?${query}`)).body;
  const groups = async (query: string) => {
    const { groups: all } = (await get(query)) as { groups: { key: string; total: number }[] };
    return all.map(({ key, total }) => [key, total]);
  };
  return { ...api, send, get, groups };
}
