import { randomBytes, randomInt } from "node:crypto";

const markBytes = 12;
/** Steps of one would be made again where older data are put back; these aren't, but for one time in four billion. */
const maxVersionStep = 2 ** 32;

/** The randomness that tells an account's tokens from those of all others, and of all other times. */
export interface SessionMarks {
  /** A mark that no account has had. */
  newMark: () => string;
  /** How far a password's version is moved on. */
  versionStep: () => number;
}

export const randomMarks: SessionMarks = {
  newMark: () => randomBytes(markBytes).toString("base64url"),
  versionStep: () => randomInt(1, maxVersionStep),
};
