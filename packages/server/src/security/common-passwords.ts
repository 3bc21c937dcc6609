import { lazily, trimmed } from "@outlay/shared";

/** How many characters at the start of a line's password are those of the one before it. */
const sharedLength = (line: string) => Number.parseInt(line.charAt(0), 36);

/**
 * The passwords that are tried first, in lower case: those that Django refuses (`scripts/common-passwords.mjs`). Loaded
 * at the first look, since most runs make no account.
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

/** Whether a password is among those that are tried first, in whatever case. */
export async function isCommonPassword(password: string): Promise<boolean> {
  const plain = trimmed(password.toLowerCase());
  // The list isn't loaded for long ones, as programs make them.
  return plain.length <= maxLength && (await commonPasswords()).has(plain);
}
