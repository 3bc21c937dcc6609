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
  /** While the password is being changed: the one before, which may still be the account's. */
  formerPassword: v.optional(v.string()),
});

const credentials = v.object({
  version: v.literal(1),
  sessions: v.array(session),
  /** The accounts that Outlay made by itself in local data, with passwords that nobody typed. */
  localAccounts: v.array(localAccount),
});

export type Session = v.InferOutput<typeof session>;
export type LocalAccount = v.InferOutput<typeof localAccount>;

/** Whose tokens: they are sent to this server and to no other. */
export interface SessionKey {
  profile: string;
  server: string;
}

/** Under what a profile's session is kept that is the environment's user's and not its own. */
export const userProfile = (profile: string, username: string) => `${profile} (${username})`;

const isOf =
  ({ profile, server }: SessionKey) =>
  (candidate: SessionKey) =>
    candidate.profile === profile && candidate.server === server;

/** `credentials.json`: tokens, and nobody else's to read. */
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
   * Lets one process at a time renew a session; those of other servers don't wait. Where the disk is full or can only
   * be read, nobody waits: none of them can keep what it gets. @throws CliError
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

  /** Puts a session in the place of the one with the same key. */
  keepSession(kept: Session): Promise<void> {
    return this.#file.update((all) => {
      const others = all.sessions.filter((other) => !isOf(kept)(other));
      return { ...all, sessions: [...others, kept] };
    });
  }

  /** Keeps a new access token, unless somebody has logged out or in meanwhile. */
  keepAccess({ refresh, ...key }: Session, access: string): Promise<void> {
    const isSame = (kept: Session) => isOf(key)(kept) && kept.refresh === refresh;
    return this.#file.update((all) => {
      const sessions = all.sessions.map((kept) => (isSame(kept) ? { ...kept, access } : kept));
      return { ...all, sessions };
    });
  }

  /** @throws CliError config_broken where the file can't be used */
  async check(): Promise<void> {
    await this.#file.read();
  }

  dropSession(key: SessionKey): Promise<void> {
    return this.#file.update((all) => {
      const sessions = all.sessions.filter((other) => !isOf(key)(other));
      return { ...all, sessions };
    });
  }

  /** Forgets every session of a profile, also those of the environment's users. */
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
