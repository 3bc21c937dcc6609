import type { Change } from "./change.ts";
import type { Lookup } from "./state.ts";

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
