import { expect, it } from "vitest";
import { userApi } from "../testing/import-api.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD", date: "2026-11-20" };
const bus = { ...lunch, description: "Bus", category: "TRANSPORT" };
const salary = { ...lunch, description: "Salary", kind: "INCOME", category: null };

async function changeApi() {
  const api = await userApi();
  for (const body of [lunch, bus, salary]) await api.send("POST", "/expenses/", body);
  const change = (body: object) => api.send("POST", "/expenses/changes/", body);
  const notes = async () => {
    const { body } = await api.send("GET", "/expenses/?kind=any");
    return (body as { note: string | null }[]).map(({ note }) => note);
  };
  return { ...api, change, notes };
}

it("changes expenses by ids, of any kind, or by a filter, which is for expenses unless it says", async () => {
  const { change, notes, send } = await changeApi();
  expect(await change({ ids: [1, 3], set: { note: "a" } })).toMatchObject({
    status: 200,
    body: { change_id: 1, changed: 2 },
  });
  expect(await notes()).toEqual(["a", null, "a"]);
  await change({ filter: {}, set: { note: "b" } });
  expect(await notes()).toEqual(["b", "b", "a"]);
  const filter = { kind: ["INCOME", "EXPENSE"], category: "TRANSPORT", min: 12 };
  expect((await change({ filter, set: { note: null } })).body).toMatchObject({ changed: 1 });
  expect(await notes()).toEqual(["b", null, "a"]);
  expect(await send("POST", "/expenses/changes/2/revert/")).toMatchObject({
    status: 200,
    body: { reverted: 1, kept: 1 },
  });
  expect(await notes()).toEqual(["a", null, "a"]);
  expect(await send("POST", "/expenses/changes/9/revert/")).toMatchObject({ status: 404 });
});

it("refuses what one of them doesn't permit, names it, and changes none", async () => {
  const { change, notes } = await changeApi();
  const refused = await change({ ids: [1, 3], set: { note: "a", category: "DATA" } });
  expect(refused).toMatchObject({
    status: 400,
    body: { category: ["Must be null: income and transfers have no category. (expense 3)"] },
  });
  expect((await change({ ids: [1, 7, 8], set: { note: "a" } })).body).toEqual({
    ids: ["You have no expenses with these ids: 7, 8."],
  });
  expect(await notes()).toEqual([null, null, null]);
});

it.each([
  [{ set: { note: "a" } }, "non_field_errors"],
  [{ ids: [1], filter: {}, set: { note: "a" } }, "non_field_errors"],
  [{ ids: [], set: { note: "a" } }, "ids"],
  [{ ids: ["1"], set: { note: "a" } }, "ids"],
  [{ ids: [1] }, "set"],
  [{ ids: [1], set: {} }, "set"],
  [{ ids: [1], set: { external_id: "x" } }, "external_id"],
  [{ ids: [1], set: { nota: "x" } }, "nota"],
  [{ ids: [1], set: { amount: 0 } }, "amount"],
  [{ filter: { deleted: true }, set: { note: "a" } }, "filter"],
  [{ filter: { kind: "REFUNDS" }, set: { note: "a" } }, "filter"],
  [{ filter: [], set: { note: "a" } }, "filter"],
  [{ filter: "all", set: { note: "a" } }, "filter"],
  [{ ids: [1], set: [] }, "set"],
])("refuses %j, and says where", async (body, field) => {
  const { change, notes } = await changeApi();
  const { status, body: answer } = await change(body);
  expect([status, Object.keys(answer as object)]).toEqual([400, [field]]);
  expect(await notes()).toEqual([null, null, null]);
});

it("refuses a filter that selects more than can be changed at once", async () => {
  const { change, send } = await changeApi();
  const expenses = Array.from({ length: 9_999 }, () => lunch);
  await send("POST", "/imports/", { source: "bank.csv", expenses });
  expect((await change({ filter: {}, set: { note: "a" } })).body).toEqual({
    filter: [
      "10001 expenses match; one change can be of at most 10000. Choose fewer, such as those of a year.",
    ],
  });
  expect((await change({ filter: { description: "bus" }, set: { note: "a" } })).status).toBe(200);
});
