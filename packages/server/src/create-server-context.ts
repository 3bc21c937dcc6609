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
  /** A description of this process, which processes that wait for it see, such as `outlay add`. */
  label: string;
  /** Whether no other process writes while this one runs. */
  own: boolean;
  jwtSecret: string | undefined;
  isRegistrationOpen: boolean;
  /** Hashes and compares passwords; by default in this thread. */
  passwords?: Passwords;
  /** Throttles attempts; by default, nothing is throttled. */
  throttle?: Throttle;
  /** Limits the memory for bodies; by default, there is no limit. */
  bodies?: Bodies;
  /** Decides whether a request is local; by default, from its address and headers. */
  isLocal?: ServerContext["isLocal"];
  /** The maximum number of records to store; unlimited by default. */
  limits?: RecordLimits;
  clock: () => Date;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  onWrite?: OnWrite;
}

/** The interval at which the files are checked, which is also that at which the lock's owner shows that it is alive. */
const lookEveryMs = 1000;

const closing = (store: Store) => async (error: unknown) => {
  await store.close();
  throw error;
};

/**
 * Creates the services that the routes use.
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
