import { lazily, trimmed } from "@outlay/shared";

/** Reads the number of characters that a password shares with the start of the previous one. */
const sharedLength = (line: string) => Number.parseInt(line.charAt(0), 36);

/**
 * The common passwords in lower case, the same that Django refuses
 * (`scripts/common-passwords.mjs`). Loaded when first needed, because most runs create no account.
 */
export const commonPasswords: () => Promise<ReadonlySet<string>> = lazily(async () => {
  const { default: list } = await import("./common-passwords.txt");
  const passwords = new Set<string>();
  let password = "";
  for (const line of list.trimEnd().split("\n")) {
    password = password.slice(0, sharedLength(line)) + line.slice(1);
    passwords.add(password);
  }
  return passwords;
});

/** The length of the longest password, in UTF-16 units. */
const maxLength = 21;

/** Checks whether a password is a common one, ignoring case. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const plain = trimmed(password.toLowerCase());
  // Long passwords, such as generated ones, don't need the list, so it isn't loaded for them.
  return plain.length <= maxLength && (await commonPasswords()).has(plain);
}
