import type { Instant, UserRecord, Users } from "../store.ts";
import { UsernameTaken } from "../store-errors.ts";
import type { Data } from "./data.ts";
import type { Database } from "./database.ts";

const withoutUser = (data: Data, userId: number): Data => ({
  ...data,
  users: data.users.filter((user) => user.id !== userId),
  expenses: data.expenses.filter((expense) => expense.userId !== userId),
  budgets: data.budgets.filter((budget) => budget.userId !== userId),
});

/** The accounts in a JSON database. */
export function jsonUsers(database: Database, now: () => Instant): Users {
  return {
    findById: async (id) => (await database.current()).users.find((user) => user.id === id),

    findByName: async (username) =>
      (await database.current()).users.find((user) => user.username === username),

    create: (username, passwordHash) =>
      database.change((data) => {
        if (data.users.some((user) => user.username === username)) throw new UsernameTaken();
        const id = data.nextIds.users;
        const user: UserRecord = {
          id,
          username,
          passwordHash,
          passwordVersion: 1,
          createdAt: now(),
        };
        return {
          data: {
            ...data,
            users: [...data.users, user],
            nextIds: { ...data.nextIds, users: id + 1 },
          },
          result: user,
        };
      }),

    changePassword: (id, passwordHash) =>
      database.change((data) => {
        const user = data.users.find((candidate) => candidate.id === id);
        if (!user) return { data, result: false };
        const changed = { ...user, passwordHash, passwordVersion: user.passwordVersion + 1 };
        const users = data.users.map((kept) => (kept === user ? changed : kept));
        return { data: { ...data, users }, result: true };
      }),

    remove: (id) =>
      database.change((data) => {
        const exists = data.users.some((user) => user.id === id);
        return exists ? { data: withoutUser(data, id), result: true } : { data, result: false };
      }),
  };
}
