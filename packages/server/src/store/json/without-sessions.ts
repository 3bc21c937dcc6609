import type { SessionMarks } from "./session-marks.ts";
import type { Snapshot } from "./snapshot.ts";

/**
 * A snapshot as a backup has it. No token is good for the accounts in it, since somebody may put it in place by hand, and
 * nothing would be known then of what was ended in between.
 */
export const withoutSessions = (snapshot: Snapshot, { newMark }: SessionMarks): Snapshot => ({
  ...snapshot,
  standsAlone: true,
  users: [...snapshot.users].map((user) => ({ ...user, sessionMark: newMark() })),
});
