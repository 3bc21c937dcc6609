import { createHash } from "node:crypto";
import { compare, hash } from "bcryptjs";
import { workFactor } from "./work-factor.ts";

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long for a user that doesn't exist (no hash) as for a wrong password. */
  matches(password: string, passwordHash: string | undefined): Promise<boolean>;
}

/** The slow part, which a listening server has done by other threads. */
export interface Bcrypt {
  hash(text: string, workFactor: number): Promise<string>;
  compare(text: string, bcryptHash: string): Promise<boolean>;
}

// Of no password: what is compared when there is no user.
const nobodysHash = `$2b$${String(workFactor).padStart(2, "0")}$${"a".repeat(53)}`;

/** bcrypt reads 72 bytes and ignores the rest, so it is given a digest of fixed length instead. */
const digest = (password: string) => createHash("sha256").update(password, "utf8").digest("base64");

const scheme = "bcrypt_sha256$";

export const passwordsOver = (bcrypt: Bcrypt): Passwords => ({
  hash: async (password) => scheme + (await bcrypt.hash(digest(password), workFactor)),

  async matches(password, passwordHash) {
    const known = passwordHash?.startsWith(scheme) ? passwordHash.slice(scheme.length) : undefined;
    const isEqual = await bcrypt.compare(digest(password), known ?? nobodysHash);
    return isEqual && known !== undefined;
  },
});

/** In this thread: to start another takes a command longer than to hash the one password that it has. */
export const bcryptPasswords: Passwords = passwordsOver({ hash, compare });
