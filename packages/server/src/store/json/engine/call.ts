import type { Change } from "../journal/change.ts";
import type { Lookup } from "../memory/state.ts";

/** The change that a call makes to the data, if any, and its answer. */
export interface Decision<Result> {
  change?: Change | undefined;
  result: Result;
}

/** Decides what a call changes. It may pause: the data stay as they are until it has decided. */
export type Decide<Result> = (data: Lookup) => Decision<Result> | Promise<Decision<Result>>;

export interface Decided {
  change: Change | undefined;
  /** Answers the call, once everything that the answer rests on is on the disk. */
  settle: () => void;
}

/** A call that waits for its turn. */
export interface Call {
  decide: (pending: Lookup) => Promise<Decided>;
  failed: (error: unknown) => void;
  /**
   * Whether the call waits its turn; otherwise it is refused at once if another process has the
   * folder.
   */
  isPatient: boolean;
}

/** A call that answers a promise. */
export const newCall = <Result>(
  decide: Decide<Result>,
  isPatient: boolean,
  answer: { resolve: (result: Result) => void; reject: (error: unknown) => void },
): Call => ({
  async decide(pending) {
    const { change, result } = await decide(pending);
    return { change, settle: () => answer.resolve(result) };
  },
  failed: answer.reject,
  isPatient,
});

/**
 * Takes out the calls that can't wait any longer: a patient one may have arrived when there was
 * none.
 */
export function takeRefused(waiting: Call[], isPatient: boolean): readonly Call[] {
  const all = waiting.splice(0);
  if (isPatient) return all;
  waiting.push(...all.filter((call) => call.isPatient));
  return all.filter((call) => !call.isPatient);
}
