import type { RecordLimits } from "../../record-limits.ts";
import type { Call, Decided } from "./call.ts";
import type { Change } from "../journal/change.ts";
import { PendingState } from "./pending-state.ts";
import { Room } from "./room.ts";
import type { State } from "../memory/state.ts";

/** Decides calls one after the other, each as if the earlier ones had been stored. */
export async function decideAll(
  calls: readonly Call[],
  state: State,
  limits: RecordLimits | undefined,
): Promise<{ changes: readonly Change[]; decided: readonly Decided[] }> {
  const pending = new PendingState(state);
  const room = limits && new Room(state, limits);
  const changes: Change[] = [];
  const decided: Decided[] = [];
  const last = calls.at(-1);
  for (const call of calls) {
    try {
      const decision = await call.decide(pending);
      if (decision.change) {
        room?.take(decision.change, pending);
        // Nobody decides after the last call, and a large change takes long to take in.
        if (call !== last) pending.add(decision.change);
        changes.push(decision.change);
      }
      decided.push(decision);
    } catch (error) {
      // The call may have seen a change that isn't made after all: then it gets that failure
      // instead.
      decided.push({ change: undefined, settle: () => call.failed(error) });
    }
  }
  return { changes, decided };
}
