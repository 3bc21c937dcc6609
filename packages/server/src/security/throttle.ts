/** A user name and the address of the client that tries it. */
interface Attempt {
  username: string;
  address: string;
}

/** Slows down password guessing and mass registration. */
export interface Throttle {
  /**
   * Compares a password in turn, unless there were too many wrong ones.
   * @throws Refusal throttled, without comparing, or in place of the result for a wrong password
   */
  attempt(who: Attempt, compare: () => Promise<boolean>): Promise<boolean>;
  /**
   * Runs work such as hashing when it is the address's turn.
   * @throws Refusal throttled if too much work is waiting
   */
  inTurn<Result>(address: string, work: () => Promise<Result>): Promise<Result>;
  /**
   * Counts an attempt to register.
   * @throws Refusal throttled
   */
  register(address: string): Promise<void>;
}

/** No throttling, for the application inside the client, whose user can read the data anyway. */
export const unthrottled: Throttle = {
  attempt: (_who, compare) => compare(),
  inTurn: (_address, work) => work(),
  register: async () => undefined,
};
