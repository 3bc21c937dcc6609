import { describe, expect, it } from "vitest";
import type { ApiAnswer, ApiRequest, Backend } from "../backend/backend.ts";
import { CredentialsFile, type Session } from "../config/credentials-file.ts";
import { CliError } from "../errors/cli-error.ts";
import { accountsApi } from "./accounts-api.ts";
import { authorizedSender } from "./session.ts";
import { newFolder } from "@outlay/testing";

const now = new Date("2026-11-22T12:00:00Z");
const target = { profile: "home", server: "https://example.org" };
const request: ApiRequest = { method: "POST", path: "/expenses/", body: {}, isRepeatable: false };

let tokens = 0;

/** A token that looks real to a client, which can't verify it. */
function tokenFor(secondsLeft: number): string {
  const exp = now.getTime() / 1000 + secondsLeft;
  tokens += 1;
  return `x.${Buffer.from(JSON.stringify({ exp, jti: tokens })).toString("base64url")}.x`;
}

/** An answer without headers. */
const answer = (status: number, body: string): ApiAnswer => ({
  status,
  headers: {},
  body,
});

interface ServerState {
  /** The access tokens that the server accepts. */
  good: Set<string>;
  /** The server's answer to a refresh. */
  refresh: (state: ServerState) => ApiAnswer;
  /** The paths that were requested. */
  asked: string[];
}

function refreshing(state: ServerState): ApiAnswer {
  const access = tokenFor(3600);
  state.good.add(access);
  return answer(200, JSON.stringify({ access }));
}

const over = (): ApiAnswer => answer(401, '{"detail":"Token is blacklisted"}');

/** A server that knows tokens and nothing else. */
function fakeBackend(state: ServerState): Backend {
  return {
    async send({ path }, accessToken) {
      state.asked.push(path);
      if (path === "/api/token/refresh/") return state.refresh(state);
      return accessToken !== undefined && state.good.has(accessToken)
        ? answer(200, "{}")
        : answer(401, '{"detail":"no"}');
    },
    close: async () => undefined,
  };
}

async function client(access: string, refresh: ServerState["refresh"] = refreshing) {
  const folder = await newFolder();
  const credentials = new CredentialsFile(folder);
  const session: Session = { ...target, username: "ada", access, refresh: "refresh" };
  await credentials.keepSession(session);
  const state: ServerState = { good: new Set([access]), refresh, asked: [] };
  const backend = fakeBackend(state);
  const send = authorizedSender({
    backend,
    accounts: accountsApi(backend),
    credentials,
    sessionKey: target,
    givenToken: undefined,
    async logInAgain() {
      throw new CliError("session_over", "over");
    },
    clock: () => now,
  });
  return { send, state, credentials };
}

const refreshes = ({ asked }: ServerState) => asked.filter((path) => path.includes("refresh"));

describe("a request", () => {
  it("is sent once with a token that has a minute left", async () => {
    const { send, state } = await client(tokenFor(60));
    expect(await send(request)).toMatchObject({ status: 200 });
    expect(state.asked).toEqual(["/expenses/"]);
  });

  it("is sent after refreshing a token with less than a minute left", async () => {
    const { send, state } = await client(tokenFor(59));
    expect(await send(request)).toMatchObject({ status: 200 });
    expect(state.asked).toEqual(["/api/token/refresh/", "/expenses/"]);
  });

  it("is sent a second time, but not a third, when the server refuses the token", async () => {
    const { send, state } = await client(tokenFor(3600));
    state.good.clear();
    expect(await send(request)).toMatchObject({ status: 200 });
    expect(state.asked).toEqual(["/expenses/", "/api/token/refresh/", "/expenses/"]);

    state.good.clear();
    state.refresh = () => answer(200, JSON.stringify({ access: tokenFor(3600) }));
    await expect(send(request)).rejects.toMatchObject({ code: "unauthenticated" });
    expect(state.asked).toHaveLength(6);
  });

  it("shares one refresh of the token with all others", async () => {
    const { send, state } = await client(tokenFor(-1));
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(request)));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(refreshes(state)).toHaveLength(1);
  });
});

describe("tokens", () => {
  it("are replaced by a new login when the refresh token has expired", async () => {
    const { send } = await client(tokenFor(-1), over);
    await expect(send(request)).rejects.toMatchObject({ code: "session_over" });
  });

  it.each([
    [429, "throttled"],
    [500, "internal"],
    [502, "storage_unavailable"],
    [503, "storage_unavailable"],
  ])("are kept when refreshing is answered with %d", async (status, code) => {
    const access = tokenFor(-1);
    const { send, credentials } = await client(access, () => answer(status, '{"detail":"no"}'));
    await expect(send(request)).rejects.toMatchObject({ code });
    expect(await credentials.session(target)).toMatchObject({ access, refresh: "refresh" });
  });

  it("are kept when a proxy's page comes instead of an answer", async () => {
    const access = tokenFor(-1);
    const { send, credentials } = await client(access, () => answer(200, "<html>"));
    await expect(send(request)).rejects.toMatchObject({ code: "unexpected_answer" });
    expect(await credentials.session(target)).toMatchObject({ access, refresh: "refresh" });
  });
});
