import { createHash } from "node:crypto";
import { isMadePassword } from "@outlay/shared";
import { compare, getRounds, hash } from "bcryptjs";
import { madeWorkFactor, workFactor } from "./work-factor.ts";

export interface Passwords {
  hash(password: string): Promise<string>;
  matches(password: string, passwordHash: string | undefined): Promise<boolean>;
}

/** The slow functions, which a listening server runs in other threads. */
export interface Bcrypt {
  hash(text: string, workFactor: number): Promise<string>;
  compare(text: string, bcryptHash: string): Promise<boolean>;
}

/** Returns a hash that no password has, to compare with if there is no real hash. */
const nobodysHash = (factor: number) => `$2b$${String(factor).padStart(2, "0")}$${"a".repeat(53)}`;

/** bcrypt reads 72 bytes and ignores the rest, so it gets a digest of fixed length instead. */
const digest = (password: string) => createHash("sha256").update(password, "utf8").digest("base64");

const scheme = "bcrypt_sha256$";

const passwordsOver = (bcrypt: Bcrypt): Passwords => ({
  async hash(password) {
    const factor = isMadePassword(password) ? madeWorkFactor : workFactor;
    return scheme + (await bcrypt.hash(digest(password), factor));
  },

  async matches(password, passwordHash) {
    if (!passwordHash?.startsWith(scheme)) return false;
    return bcrypt.compare(digest(password), passwordHash.slice(scheme.length));
  },
});

/** The work factors of new hashes, one for each kind of password. */
const factors = [madeWorkFactor, workFactor];

/**
 * Compares passwords in constant time, because clients of a server can measure it. Each comparison tries a hash of every
 * work factor, whether Outlay generated the user's password or not, and whether the user exists or not (no hash).
 */
export function steadyPasswords(bcrypt: Bcrypt): Passwords {
  const passwords = passwordsOver(bcrypt);
  return {
    ...passwords,
    async matches(password, passwordHash) {
      const isRight = await passwords.matches(password, passwordHash);
      const known = passwordHash?.startsWith(scheme)
        ? getRounds(passwordHash.slice(scheme.length))
        : 0;
      for (const factor of factors.filter((each) => each !== known)) {
        await bcrypt.compare(digest(password), nobodysHash(factor));
      }
      return isRight;
    },
  };
}

/**
 * Hashes in this thread, for use inside a process, where nobody measures the time. Starting another thread would take a
 * command longer than hashing its one password.
 */
export const ownPasswords: Passwords = passwordsOver({ hash, compare });
