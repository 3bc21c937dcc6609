import { expect, it } from "vitest";
import { testApi } from "../testing/test-api.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };

/** Fields of a record, public and internal, that a client may not set. */
const stolen = {
  id: 77,
  user: 1,
  user_id: 1,
  userId: 1,
  created_at: "2001-01-01T00:00:00.000Z",
  createdAt: "2001-01-01T00:00:00.000Z",
  deletedAt: "2001-01-01T00:00:00.000Z",
  deleted_at: "2001-01-01T00:00:00.000Z",
  importId: 1,
  amountCents: 1,
};

it.each(["/expenses/", "/budget/"])(
  "read-only fields are set by the server, whatever a client sends: %s",
  async (path) => {
    const api = await testApi();
    const ada = await api.newUser("ada");
    const grace = await api.newUser("grace");
    const created = await api.send("POST", path, { ...lunch, ...stolen }, grace.access);
    expect(created).toMatchObject({ status: 201, body: { id: 1, amount: 12.5 } });
    const { created_at: createdAt } = created.body as { created_at: string };
    expect(createdAt).not.toBe(stolen.created_at);
    for (const method of ["PUT", "PATCH"]) {
      const changed = await api.send(method, `${path}1/`, { ...lunch, ...stolen }, grace.access);
      expect(changed).toMatchObject({
        status: 200,
        body: { id: 1, amount: 12.5, created_at: createdAt },
      });
    }
    expect(await api.send("GET", path, undefined, ada.access)).toMatchObject({ body: [] });
    expect((await api.send("GET", path, undefined, grace.access)).body).toHaveLength(1);
  },
);
