/** Imported expenses are also found by their earlier ids. */
import { maxKnownAs } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { lunch, outcome, userApi } from "../testing/import-api.ts";

const source = "bank.csv";
const knownAs = (external_id: string, ...known_as: unknown[]) => ({
  ...lunch,
  external_id,
  known_as,
});

describe("an expense with earlier external ids", () => {
  it("is the existing one with any of these external ids, in the trash or not", async () => {
    const { send, idsOf } = await userApi();
    for (const external_id of ["old-1", "old-2"]) {
      await send("POST", "/expenses/", { ...lunch, external_id });
    }
    await send("DELETE", "/expenses/2/");
    const expenses = [
      knownAs("new-1", "older-1", " old-1 "),
      knownAs("new-2", "old-2"),
      knownAs("new-3", "old-3"),
    ];
    const answer = await send("POST", "/imports/", { source, expenses });
    expect(outcome(answer)).toEqual([201, 1, 2, "1 duplicate", "2 duplicate", "3 created"]);
    expect(await idsOf("")).toEqual([1, 3]);
    expect(await send("GET", "/imports/1/")).toMatchObject({ body: { created: 1 } });
  });

  it("is recorded only under its own external id", async () => {
    const { send } = await userApi();
    const first = await send("POST", "/imports/", { source, expenses: [knownAs("new", "old")] });
    expect(outcome(first)).toEqual([201, 1, 0, "1 created"]);
    const { body } = await send("GET", "/expenses/1/");
    expect(body).toMatchObject({ external_id: "new" });
    expect(body).not.toHaveProperty("known_as");
    const expenses = [{ ...lunch, external_id: "old" }];
    const more = await send("POST", "/imports/1/expenses/", { expenses });
    expect(outcome(more)).toEqual([200, 1, 0, "2 created"]);
  });

  it("is the one just recorded in the same call, or added to its batch", async () => {
    const { send } = await userApi();
    const expenses = [knownAs("a", "nobody"), knownAs("b", "a"), knownAs("c", "b")];
    const answer = await send("POST", "/imports/", { source, expenses });
    expect(outcome(answer)).toEqual([201, 2, 1, "1 created", "1 duplicate", "2 created"]);
    const more = await send("POST", "/imports/1/expenses/", { expenses: [knownAs("d", "c")] });
    expect(outcome(more)).toEqual([200, 0, 1, "2 duplicate"]);
  });

  it("is found by its own external id first", async () => {
    const { send } = await userApi();
    await send("POST", "/imports/", { source, expenses: [knownAs("a"), knownAs("b")] });
    const more = await send("POST", "/imports/1/expenses/", { expenses: [knownAs("b", "a")] });
    expect(outcome(more)).toEqual([200, 0, 1, "2 duplicate"]);
  });

  it("is never another user's", async () => {
    const { send, sendAs, newUser } = await userApi();
    await send("POST", "/imports/", { source, expenses: [knownAs("old")] });
    const { access: grace } = await newUser("grace");
    const body = { source, expenses: [knownAs("new", "old")] };
    expect(outcome(await sendAs("POST", "/imports/", body, grace))).toEqual([
      201,
      1,
      0,
      "2 created",
    ]);
  });

  it("is refused with too many or invalid ids, and then nothing is stored", async () => {
    const { send, idsOf } = await userApi();
    const many = Array.from({ length: maxKnownAs + 1 }, (_, index) => `old-${index}`);
    const expenses = [
      knownAs("a", ...many.slice(1)),
      knownAs("b", ...many),
      knownAs("c", "x".repeat(101)),
      { ...lunch, known_as: "old" },
      knownAs("d", " "),
      knownAs("e", null),
      { ...lunch, known_as: null },
    ];
    expect(await send("POST", "/imports/", { source, expenses })).toMatchObject({
      status: 400,
      body: {
        expenses: [
          {},
          { known_as: ["Ensure there are no more than 8 external ids."] },
          { known_as: ["Ensure this field has no more than 100 characters."] },
          { known_as: ["Expected a list of external ids."] },
          { known_as: ["This field may not be blank."] },
          { known_as: ["This field may not be null."] },
          { known_as: ["This field may not be null."] },
        ],
      },
    });
    expect(await idsOf("")).toEqual([]);
  });

  it("is not supported by POST /expenses/", async () => {
    const { send } = await userApi();
    await send("POST", "/expenses/", { ...lunch, external_id: "old" });
    expect(await send("POST", "/expenses/", knownAs("new", "old"))).toMatchObject({
      status: 201,
      body: { id: 2, external_id: "new" },
    });
  });
});
