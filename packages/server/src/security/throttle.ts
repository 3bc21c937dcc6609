/** Whose password is tried, and from where. */
interface Attempt {
  username: string;
  address: string;
}

/** Slows down those who guess passwords or make accounts in heaps. */
export interface Throttle {
  /**
   * Compares a password in turn, unless too many were wrong.
   * @throws Refusal throttled, in the place of comparing or of saying that the password is wrong
   */
  attempt(who: Attempt, compare: () => Promise<boolean>): Promise<boolean>;
  /**
   * Hashes or compares when it is the turn of who asks for it.
   * @throws Refusal throttled where too many wait
   */
  inTurn<Result>(address: string, work: () => Promise<Result>): Promise<Result>;
  /** Counts an attempt to make an account. @throws Refusal throttled */
  register(address: string): Promise<void>;
}

/** For the application inside the client, where whoever asks can read the data anyway. */
export const unthrottled: Throttle = {
  attempt: (_who, compare) => compare(),
  inTurn: (_address, work) => work(),
  register: async () => undefined,
};
