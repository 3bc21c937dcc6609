import { join } from "node:path";
import { acquireLock, LockHeld, makePrivateFolder } from "@outlay/files";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";
import { privateJsonFile } from "./private-json-file.ts";

const session = v.object({
  profile: v.string(),
  server: v.string(),
  username: v.string(),
  access: v.string(),
  refresh: v.string(),
});

const localAccount = v.object({ server: v.string(), username: v.string(), password: v.string() });

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

const patienceMs = 30_000;

const isOf =
  ({ profile, server }: SessionKey) =>
  (candidate: SessionKey) =>
    candidate.profile === profile && candidate.server === server;

/** `credentials.json`: tokens, and nobody else's to read. Changed only under its lock. */
export class CredentialsFile {
  readonly #folder: string;
  readonly #file: ReturnType<typeof privateJsonFile<typeof credentials>>;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = privateJsonFile(join(folder, "credentials.json"), credentials, {
      version: 1,
      sessions: [],
      localAccounts: [],
    });
  }

  /** Lets one process at a time look and change. @throws CliError */
  async locked<Result>(work: () => Promise<Result>): Promise<Result> {
    await makePrivateFolder(this.#folder);
    const request = { folder: this.#folder, name: "credentials", label: "outlay", patienceMs };
    const lock = await acquireLock(request).catch((error: unknown) => {
      if (!(error instanceof LockHeld)) throw error;
      throw new CliError("storage_unavailable", `The credentials are ${error.message}.`, {
        hint: `If that process hangs, end it: kill ${error.owner.pid}`,
      });
    });
    try {
      return await work();
    } finally {
      await lock.release();
    }
  }

  async session(key: SessionKey): Promise<Session | undefined> {
    return (await this.#file.read()).sessions.find(isOf(key));
  }

  /** Puts a session in the place of the one with the same key. */
  async keepSession(kept: Session): Promise<void> {
    const all = await this.#file.read();
    const others = all.sessions.filter((other) => !isOf(kept)(other));
    await this.#file.write({ ...all, sessions: [...others, kept] });
  }

  async dropSession(key: SessionKey): Promise<void> {
    const all = await this.#file.read();
    const sessions = all.sessions.filter((other) => !isOf(key)(other));
    await this.#file.write({ ...all, sessions });
  }

  async localAccount(server: string): Promise<LocalAccount | undefined> {
    return (await this.#file.read()).localAccounts.find((account) => account.server === server);
  }

  async keepLocalAccount(kept: LocalAccount): Promise<void> {
    const all = await this.#file.read();
    const others = all.localAccounts.filter(({ server }) => server !== kept.server);
    await this.#file.write({ ...all, localAccounts: [...others, kept] });
  }
}
