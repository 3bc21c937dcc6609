import type { HomeRefusal } from "../../domain/currencies/home-currency.ts";
import type { Instant } from "../../domain/instant.ts";
import type { UserRecord } from "../../domain/user.ts";
import type { Users } from "../users.ts";
import { UsernameTaken } from "../store-errors.ts";
import type { Database } from "./engine/database.ts";
import type { SessionMarks } from "./backup/session-marks.ts";
import { homeChange } from "./home-currency.ts";
import { oldestKept } from "./memory/trash.ts";

/** Whether a user's password has changed since it was compared, if it was. */
const isAnother = ({ passwordHash }: UserRecord, compared: string | undefined): boolean =>
  compared !== undefined && passwordHash !== compared;

/** The accounts in a JSON database. */
export function jsonUsers(database: Database, clock: () => Date, marks: SessionMarks): Users {
  const now = (): Instant => clock().toISOString();

  return {
    list: async () =>
      [...(await database.current()).users.values()].toSorted((a, b) => a.id - b.id),

    findById: async (id) => (await database.current()).userById(id),

    findByName: async (username) => (await database.current()).userByName(username),

    create: (username, passwordHash) =>
      database.change((data) => {
        if (data.userByName(username)) throw new UsernameTaken();
        const id = data.nextUserId;
        const user: UserRecord = {
          id,
          username,
          passwordHash,
          passwordVersion: 1,
          sessionMark: marks.newMark(),
          createdAt: now(),
        };
        return { change: { put: { users: [user] } }, result: user };
      }),

    changePassword: (id, passwordHash, compared) =>
      database.change((data) => {
        const user = data.userById(id);
        if (!user || isAnother(user, compared)) return { result: false };
        const passwordVersion = user.passwordVersion + marks.versionStep();
        const changed = { ...user, passwordHash, passwordVersion };
        return { change: { put: { users: [changed] } }, result: true };
      }),

    setHomeCurrency: (id, code) =>
      database.change<UserRecord | HomeRefusal | undefined>((data) => {
        const user = data.userById(id);
        if (!user) return { result: undefined };
        return homeChange(data, user, code, oldestKept(clock()));
      }),

    remove: (id, compared) =>
      database.change((data) => {
        const user = data.userById(id);
        if (!user || isAnother(user, compared)) return { result: false };
        return { change: { remove: { users: [id] } }, result: true };
      }),
  };
}
