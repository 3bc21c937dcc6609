/** The recorded application's four rules for passwords, which are Django's standard validators. */
import { characterCount } from "@outlay/shared";

const minPasswordCharacters = 8;
const maxSimilarity = 0.7;

function letterCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

/** Returns the share of letters that two texts have in common, in any order, from 0 to 1. */
function similarity(a: string, b: string): number {
  const counts = letterCounts(b);
  let shared = 0;
  for (const letter of a) {
    const left = counts.get(letter) ?? 0;
    if (left > 0) shared += 1;
    counts.set(letter, left - 1);
  }
  const letters = characterCount(a) + characterCount(b);
  return letters === 0 ? 0 : (2 * shared) / letters;
}

function isSimilar(password: string, username: string): boolean {
  const parts = [...username.split(/[^\p{L}\p{N}_]+/u), username].filter((part) => part !== "");
  return parts.some(
    (part) => similarity(password.toLowerCase(), part.toLowerCase()) >= maxSimilarity,
  );
}

/**
 * Returns the faults of a password, in the recorded application's order; empty if it is valid.
 * @param isCommon whether it is on the list of common passwords
 */
export function passwordFaults(
  password: string,
  username: string | undefined,
  isCommon: boolean,
): string[] {
  const faults: string[] = [];
  if (username !== undefined && isSimilar(password, username)) {
    faults.push("The password is too similar to the username.");
  }
  if (characterCount(password) < minPasswordCharacters) {
    faults.push(
      `This password is too short. It must contain at least ${minPasswordCharacters} characters.`,
    );
  }
  if (isCommon) faults.push("This password is too common.");
  if (/^\p{Nd}+$/u.test(password)) faults.push("This password is entirely numeric.");
  return faults;
}
