/** Predictable stand-ins for the random parts of accounts. */
import type { SessionMarks } from "../../store/json/backup/session-marks.ts";

/** The marks of a new account. */
export const plainUser = { passwordVersion: 1, sessionMark: "mark" };

export const plainMarks: SessionMarks = {
  newMark: () => plainUser.sessionMark,
  versionStep: () => 1,
};
