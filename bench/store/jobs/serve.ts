/** The application over a real socket, and the times of its folds. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import {
  boundless,
  createApp,
  isCommonPassword,
  isLocal,
  jwtTokens,
  keyUses,
  ownPasswords,
  unthrottled,
} from "@outlay/server/bench";
import { sharedMs } from "../../lib/clock.ts";
import { openStore } from "../open-store.ts";
import { owner } from "../records.ts";
import type { Watcher } from "../watched-fs.ts";
import { type Blocked, LoopWatch } from "./loop-watch.ts";

export interface Fold extends Blocked {
  startMs: number;
  endMs: number;
}

export interface Served {
  port: number;
  /** The owner's token. */
  token: string;
}

const clock = () => new Date();
const loop = new LoopWatch();
const folds: Fold[] = [];
let foldStartMs = 0;
let stop: (() => Promise<void>) | undefined;

const watcher: Watcher = {
  onFoldStart() {
    loop.take();
    foldStartMs = sharedMs();
  },
  onFoldEnd() {
    folds.push({ startMs: foldStartMs, endMs: sharedMs(), ...loop.take() });
  },
};

export async function serve(folder: string): Promise<Served> {
  const store = await openStore(folder, watcher);
  const tokens = jwtTokens("a secret of the benchmark's own", clock);
  const app = createApp(
    {
      store,
      passwords: ownPasswords,
      throttle: unthrottled,
      bodies: boundless,
      isLocal,
      tokens,
      keyUses: keyUses(store.apiKeys, clock, (message) => process.stderr.write(`${message}\n`)),
      isCommonPassword,
      isRegistrationOpen: false,
      clock,
    },
    ({ error }) => process.stderr.write(`${String(error)}\n`),
  );
  const handle = app.callback();
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await store.close();
  };
  return {
    port: (server.address() as AddressInfo).port,
    token: tokens.issue("access", {
      userId: owner.id,
      username: owner.username,
      passwordVersion: 1,
      sessionMark: owner.createdAt,
    }),
  };
}

export const startWatching = (): void => loop.start();

/** The completed folds. */
export const foldsSoFar = (): readonly Fold[] => folds;

export const stopServing = async (): Promise<void> => stop?.();
