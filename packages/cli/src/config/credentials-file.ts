import * as v from "valibot";
import { digestOf } from "./digest.ts";
import { withFileLock } from "./file-lock.ts";
import { privateJsonFile } from "./private-json-file.ts";
import { isUnwritable } from "./unless-unwritable.ts";

const session = v.object({
  profile: v.string(),
  server: v.string(),
  username: v.string(),
  access: v.string(),
  refresh: v.string(),
});

const localAccount = v.object({
  server: v.string(),
  username: v.string(),
  password: v.string(),
  /** Present while the password is being changed: the previous one, which may still be valid. */
  formerPassword: v.optional(v.string()),
});

const credentials = v.object({
  version: v.literal(1),
  sessions: v.array(session),
  /** The accounts that Outlay created by itself in local data, with passwords that nobody typed. */
  localAccounts: v.array(localAccount),
});

export type Session = v.InferOutput<typeof session>;
export type LocalAccount = v.InferOutput<typeof localAccount>;

/** The owner of a session's tokens, which are sent to this server and to no other. */
export interface SessionKey {
  profile: string;
  server: string;
}

/** The key for a session of the environment's user under a profile of another user. */
export const userProfile = (profile: string, username: string) => `${profile} (${username})`;

const isOf =
  ({ profile, server }: SessionKey) =>
  (candidate: SessionKey) =>
    candidate.profile === profile && candidate.server === server;

/** `credentials.json`: tokens, readable by their owner alone. */
export class CredentialsFile {
  readonly #folder: string;
  readonly #file: ReturnType<typeof privateJsonFile<typeof credentials>>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = privateJsonFile(folder, "credentials", credentials, {
      version: 1,
      sessions: [],
      localAccounts: [],
    });
  }

  /**
   * Lets one process at a time renew a session; sessions on other servers don't wait. On a disk that is full
   * or read-only nobody waits, because no process can store what it gets.
   * @throws CliError
   */
  async renewing<Result>(
    { profile, server }: SessionKey,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const name = `session-${await digestOf(`${profile} ${server}`)}`;
    let hasBegun = false;
    const begin = () => {
      hasBegun = true;
      return work();
    };
    try {
      return await withFileLock(this.#folder, name, begin);
    } catch (error) {
      if (hasBegun || !isUnwritable(error)) throw error;
      return work();
    }
  }

  async session(key: SessionKey): Promise<Session | undefined> {
    return (await this.#file.read()).sessions.find(isOf(key));
  }

  /** Stores a session, replacing one with the same key. */
  keepSession(kept: Session): Promise<void> {
    return this.#file.update((all) => {
      const others = all.sessions.filter((other) => !isOf(kept)(other));
      return { ...all, sessions: [...others, kept] };
    });
  }

  /** Stores a new access token, unless somebody has logged out or in meanwhile. */
  keepAccess({ refresh, ...key }: Session, access: string): Promise<void> {
    const isSame = (kept: Session) => isOf(key)(kept) && kept.refresh === refresh;
    return this.#file.update((all) => {
      const sessions = all.sessions.map((kept) => (isSame(kept) ? { ...kept, access } : kept));
      return { ...all, sessions };
    });
  }

  /** @throws CliError config_broken if the file can't be used */
  async check(): Promise<void> {
    await this.#file.read();
  }

  dropSession(key: SessionKey): Promise<void> {
    return this.#file.update((all) => {
      const sessions = all.sessions.filter((other) => !isOf(key)(other));
      return { ...all, sessions };
    });
  }

  /** Removes every session of a profile, including those of the environment's users. */
  dropProfile(profile: string): Promise<void> {
    return this.#file.update((all) => {
      const others = all.sessions.filter(
        (kept) => kept.profile !== profile && kept.profile !== userProfile(profile, kept.username),
      );
      return { ...all, sessions: others };
    });
  }

  async localAccount(server: string): Promise<LocalAccount | undefined> {
    return (await this.#file.read()).localAccounts.find((account) => account.server === server);
  }

  keepLocalAccount(kept: LocalAccount): Promise<void> {
    return this.#file.update((all) => {
      const others = all.localAccounts.filter(({ server }) => server !== kept.server);
      return { ...all, localAccounts: [...others, kept] };
    });
  }
}
