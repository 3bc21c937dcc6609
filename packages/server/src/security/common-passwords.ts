import { lazily, trimmed } from "@outlay/shared";

/** The number of characters that a line's password shares with the start of the previous one. */
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

/** The length of the longest one, in UTF-16 units. */
const maxLength = 21;

/** Whether a password is a common one, ignoring case. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const plain = trimmed(password.toLowerCase());
  // The list isn't loaded for long passwords, as programs generate them.
  return plain.length <= maxLength && (await commonPasswords()).has(plain);
}
