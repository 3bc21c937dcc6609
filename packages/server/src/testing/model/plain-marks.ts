/** What is random in accounts, as a test can know it beforehand. */
import type { SessionMarks } from "../../store/json/backup/session-marks.ts";

/** The marks of a new account. */
export const plainUser = { passwordVersion: 1, sessionMark: "mark" };

export const plainMarks: SessionMarks = {
  newMark: () => plainUser.sessionMark,
  versionStep: () => 1,
};
