/** Sessions of a client with a server, and ways to make them expire. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { type FaultyProxy, faultyProxy } from "./faulty-proxy.ts";
import { newFolder, outlay, serve } from "./program.ts";
import { expired } from "./tokens.ts";

export interface StoredSession {
  access: string;
  refresh: string;
}

export const password = "correct-Horse-77-battery";

export async function readSession(home: string): Promise<StoredSession> {
  const text = await readFile(join(home, "credentials.json"), "utf8");
  const { sessions } = JSON.parse(text) as { sessions: StoredSession[] };
  const [session] = sessions;
  if (!session || sessions.length > 1) throw new Error(`not one session: ${text}`);
  return session;
}

/** Makes tokens in a credentials file end in the past. */
export async function expire(home: string, dataFolder: string, names: (keyof StoredSession)[]) {
  const path = join(home, "credentials.json");
  let text = await readFile(path, "utf8");
  const session = await readSession(home);
  for (const name of names) {
    text = text.replaceAll(session[name], await expired(session[name], dataFolder));
  }
  await writeFile(path, text);
}

/**
 * A server, and a client that is logged in to it.
 * @param addressOf maps the server's address to the one that the client uses, if something is in between
 */
export async function loggedIn(
  addressOf: (url: string) => string | Promise<string> = (url) => url,
) {
  const [serverHome, home] = [await newFolder(), await newFolder()];
  const server = await serve(serverHome);
  const address = await addressOf(server.url);
  const env = { OUTLAY_PASSWORD: password };
  const registered = await outlay(home, ["register", "--server", address, "-u", "ada"], { env });
  expect(registered).toMatchObject({ code: 0, stderr: "" });
  return { home, server, dataFolder: join(serverHome, "data") };
}

/** A server and a client with something between the two. */
export async function loggedInThroughProxy() {
  const proxies: FaultyProxy[] = [];
  const client = await loggedIn(async (url) => {
    const made = await faultyProxy(url);
    proxies.push(made);
    return made.url;
  });
  const [proxy] = proxies;
  if (!proxy) throw new Error("nothing stands between them");
  return { ...client, proxy };
}
