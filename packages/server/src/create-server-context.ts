import { type Bodies, boundless } from "./middleware/bodies.ts";
import { isLocal as saysLocal } from "./middleware/is-local.ts";
import { isCommonPassword } from "./security/common-passwords.ts";
import { ownPasswords, type Passwords } from "./security/passwords.ts";
import { signingKey } from "./security/signing-key.ts";
import { type Throttle, unthrottled } from "./security/throttle.ts";
import { jwtTokens } from "./security/tokens.ts";
import type { ServerContext } from "./server-context.ts";
import type { Store } from "./store/store.ts";
import type { OnWrite } from "./store/store-figures.ts";
import type { RecordLimits } from "./store/record-limits.ts";
import { openStore } from "./store/open-store.ts";
import { keyUses } from "./use-cases/accounts/key-uses.ts";

export interface DataOptions {
  dataFolder: string;
  /** What this process is, for those that wait for it: `outlay add`. */
  label: string;
  /** Nobody else writes while this process runs. */
  own: boolean;
  jwtSecret: string | undefined;
  isRegistrationOpen: boolean;
  /** In this thread if left out. */
  passwords?: Passwords;
  /** None if left out. */
  throttle?: Throttle;
  /** As many as there are if left out. */
  bodies?: Bodies;
  /** By what a request says itself if left out. */
  isLocal?: ServerContext["isLocal"];
  /** How much is kept; no bound if left out. */
  limits?: RecordLimits;
  clock: () => Date;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
  onWrite?: OnWrite;
}

/** As often as the lock's owner shows that it lives. */
const lookEveryMs = 1000;

const closing = (store: Store) => async (error: unknown) => {
  await store.close();
  throw error;
};

/**
 * Everything behind the routes, wired.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export async function createServerContext(options: DataOptions): Promise<ServerContext> {
  const { dataFolder, label, own, jwtSecret, isRegistrationOpen, clock, report } = options;
  const { passwords = ownPasswords, throttle = unthrottled, bodies = boundless } = options;
  const { isLocal = saysLocal, limits } = options;
  const key = signingKey({ dataFolder, jwtSecret, own, report, onWrite: options.onWrite });
  const { putBack, onWrite } = key;
  const files = { folder: dataFolder, lookEveryMs, putBack };
  const store = await openStore({ ...files, label, clock, report, onWrite, limits }, own);
  const secret = await key.load().catch(closing(store));
  return {
    store,
    passwords,
    throttle,
    bodies,
    tokens: jwtTokens(secret, clock),
    keyUses: keyUses(store.apiKeys, clock, report),
    isCommonPassword,
    isRegistrationOpen,
    isLocal,
    clock,
  };
}
