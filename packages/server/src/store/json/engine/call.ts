import type { Change } from "../journal/change.ts";
import type { Lookup } from "../memory/state.ts";

/** What a call makes of the data, if anything, and what it has to say about it. */
export interface Decision<Result> {
  change?: Change | undefined;
  result: Result;
}

export interface Decided {
  change: Change | undefined;
  /** Answers the call, once all that it rests on is on the disk. */
  settle: () => void;
}

/** A call that waits for its turn. */
export interface Call {
  decide: (pending: Lookup) => Decided;
  failed: (error: unknown) => void;
  /** Waits its turn; one that is not is refused at once where another process has the folder. */
  isPatient: boolean;
}

/** A call that answers a promise. */
export const newCall = <Result>(
  decide: (data: Lookup) => Decision<Result>,
  isPatient: boolean,
  answer: { resolve: (result: Result) => void; reject: (error: unknown) => void },
): Call => ({
  decide(pending) {
    const { change, result } = decide(pending);
    return { change, settle: () => answer.resolve(result) };
  },
  failed: answer.reject,
  isPatient,
});

/** Takes those out that can't wait any more: a patient one may have come while none was there. */
export function takeRefused(waiting: Call[], isPatient: boolean): readonly Call[] {
  const all = waiting.splice(0);
  if (isPatient) return all;
  waiting.push(...all.filter((call) => call.isPatient));
  return all.filter((call) => !call.isPatient);
}
