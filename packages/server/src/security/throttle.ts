/** The user name that is tried, and the client's address. */
interface Attempt {
  username: string;
  address: string;
}

/** Slows down password guessing and mass registration. */
export interface Throttle {
  /**
   * Compares a password in turn, unless too many were wrong.
   * @throws Refusal throttled, instead of comparing or of reporting a wrong password
   */
  attempt(who: Attempt, compare: () => Promise<boolean>): Promise<boolean>;
  /**
   * Hashes or compares when it is the address's turn.
   * @throws Refusal throttled where too many wait
   */
  inTurn<Result>(address: string, work: () => Promise<Result>): Promise<Result>;
  /**
   * Counts an attempt to register.
   * @throws Refusal throttled
   */
  register(address: string): Promise<void>;
}

/** For the application inside the client, whose user can read the data anyway. */
export const unthrottled: Throttle = {
  attempt: (_who, compare) => compare(),
  inTurn: (_address, work) => work(),
  register: async () => undefined,
};
