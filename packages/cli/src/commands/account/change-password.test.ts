import { describe, expect, it } from "vitest";
import type { AccountsApi, Login } from "../../api/accounts-api.ts";
import { logInWithKept } from "../../api/local-account.ts";
import { CredentialsFile, type LocalAccount } from "../../config/credentials-file.ts";
import { CliError } from "../../errors/cli-error.ts";
import { newFolder } from "@outlay/testing";
import { changePassword } from "./change-password.ts";

const key = { profile: "local", server: "local" };
const account: LocalAccount = { server: "local", username: "ada", password: "former" };

/** Counts the steps, and fails before or after a chosen one, as a power cut would. */
class Steps {
  done = 0;
  readonly #last: number;

  constructor(last: number) {
    this.#last = last;
  }

  take(): void {
    this.done += 1;
    if (this.done > this.#last) throw new Error("power cut");
  }
}

class CutCredentials extends CredentialsFile {
  readonly #steps: Steps;

  constructor(folder: string, steps: Steps) {
    super(folder);
    this.#steps = steps;
  }

  override async keepLocalAccount(kept: LocalAccount): Promise<void> {
    this.#steps.take();
    await super.keepLocalAccount(kept);
    this.#steps.take();
  }
}

const never = () => Promise.reject(new Error("not for this"));

/** A server with one account. */
function server(steps: Steps, refuses = (_next: string) => false) {
  let actual = account.password;
  const accounts: AccountsApi = {
    register: never,
    refresh: never,
    blacklist: never,
    requireServer: never,
    logIn: ({ password }: Login) => {
      if (password === actual) return Promise.resolve({ access: password, refresh: password });
      return Promise.reject(new CliError("wrong_credentials", "wrong"));
    },
    changePassword: (_access, { next }) => {
      steps.take();
      if (refuses(next)) return Promise.reject(new CliError("invalid", "too common"));
      actual = next;
      steps.take();
      return Promise.resolve();
    },
  };
  return accounts;
}

const optionsWith = (accounts: AccountsApi, credentials: CredentialsFile) => ({
  accounts,
  credentials,
  target: key,
  sessionKey: key,
  givenLogin: undefined,
  prompts: undefined,
  systemUsername: () => "ada",
  onFirstUse: () => undefined,
});

const change = { username: "ada", current: undefined, next: "new", kept: account };

describe("changing the password that Outlay stores", () => {
  it("locks nobody out, wherever it is interrupted", async () => {
    let cuts = 0;
    let inTheEnd: LocalAccount | undefined;
    for (let last = 0; ; last += 1) {
      const folder = await newFolder();
      await new CredentialsFile(folder).keepLocalAccount(account);
      const steps = new Steps(last);
      const accounts = server(steps);
      const credentials = new CutCredentials(folder, steps);
      const ended = await changePassword(optionsWith(accounts, credentials), change).then(
        () => true,
        () => false,
      );
      const kept = await credentials.localAccount("local");
      if (!kept) throw new Error("the account is forgotten");
      await expect(logInWithKept(accounts, kept)).resolves.toMatchObject({});
      if (ended) {
        inTheEnd = kept;
        break;
      }
      cuts += 1;
    }
    expect(cuts).toBe(6);
    expect(inTheEnd).toEqual({ ...account, password: "new" });
  });

  it("continues after an interrupted change", async () => {
    const credentials = new CredentialsFile(await newFolder());
    const kept = { ...account, password: "never set", formerPassword: "former" };
    const accounts = server(new Steps(Infinity));
    await changePassword(optionsWith(accounts, credentials), { ...change, kept });
    expect(await credentials.localAccount("local")).toEqual({ ...account, password: "new" });
    expect(await credentials.session(key)).toMatchObject({ access: "new" });
  });

  it("keeps only the old one if the server refuses the new one", async () => {
    const credentials = new CredentialsFile(await newFolder());
    const accounts = server(new Steps(Infinity), () => true);
    const call = changePassword(optionsWith(accounts, credentials), change);
    await expect(call).rejects.toMatchObject({ code: "invalid" });
    expect(await credentials.localAccount("local")).toEqual(account);
  });
});
