import type { IncomingMessage } from "node:http";
import type { Bodies } from "./middleware/bodies.ts";
import type { Passwords } from "./security/passwords.ts";
import type { Throttle } from "./security/throttle.ts";
import type { Tokens } from "./security/tokens.ts";
import type { Store } from "./store/store.ts";
import type { KeyUses } from "./use-cases/accounts/key-uses.ts";

/** The services that the use cases work with. */
export interface ServerContext {
  store: Store;
  passwords: Passwords;
  throttle: Throttle;
  bodies: Bodies;
  tokens: Tokens;
  keyUses: KeyUses;
  /** Whether a password is on the list of common ones. */
  isCommonPassword: (password: string) => Promise<boolean>;
  isRegistrationOpen: boolean;
  /** Whether a request comes from a program on this machine. */
  isLocal: (request: IncomingMessage) => boolean;
  clock: () => Date;
}
