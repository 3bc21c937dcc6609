import type { Passwords } from "./security/passwords.ts";
import type { Tokens } from "./security/tokens.ts";
import type { Store } from "./store/store.ts";

/** What the use cases work with. */
export interface ServerContext {
  store: Store;
  passwords: Passwords;
  tokens: Tokens;
  isCommonPassword: (password: string) => boolean;
  isRegistrationOpen: boolean;
  clock: () => Date;
}
