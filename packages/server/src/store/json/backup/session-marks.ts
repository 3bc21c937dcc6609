import { randomBytes, randomInt } from "node:crypto";

const markBytes = 12;
/**
 * Steps of one would repeat after older data are restored; random ones don't, except once in four
 * billion times.
 */
const maxVersionStep = 2 ** 32;

/**
 * The randomness that distinguishes an account's tokens from those of all others, and of all other
 * times.
 */
export interface SessionMarks {
  /** A mark that no account has had. */
  newMark: () => string;
  /** The step by which a password's version grows. */
  versionStep: () => number;
}

export const randomMarks: SessionMarks = {
  newMark: () => randomBytes(markBytes).toString("base64url"),
  versionStep: () => randomInt(1, maxVersionStep),
};
