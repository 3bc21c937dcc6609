/** The API as used by one user who imports. */
import type { ImportAnswer } from "@outlay/shared";
import { testApi } from "./test-api.ts";

export const now = new Date(2026, 10, 22, 23, 30);
export const lunch = { amount: "12.50", description: "Lunch", category: "FOOD" };
/** An expense for each of these external ids. */
export const rows = (...externalIds: (string | null)[]) =>
  externalIds.map((external_id) => ({ ...lunch, external_id }));

export async function userApi() {
  const api = await testApi({ clock: () => now });
  const { access } = await api.newUser("ada");
  const send = (method: string, path: string, body?: unknown) =>
    api.send(method, path, body, access);
  const idsOf = async (query: string) => {
    const { body } = await send("GET", `/expenses/?${query}`);
    return (body as { id: number }[]).map(({ id }) => id);
  };
  return { ...api, access, send, idsOf, sendAs: api.send };
}

/** The status of an answer, and its results reduced to plain values. */
export const outcome = ({ status, body }: { status: number; body: unknown }) => {
  const { results, created, duplicates } = body as ImportAnswer;
  return [status, created, duplicates, ...results.map((each) => `${each.id} ${each.status}`)];
};
