import { errorCode } from "@outlay/files";
import {
  DataDamaged,
  LimitReached,
  StorageFull,
  StorageUnavailable,
} from "../store/store-errors.ts";

export interface StorageConditionOptions {
  clock: () => Date;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
}

/**
 * The time for which a condition isn't reported again, because a disk may be full for one request but not for the
 * next.
 */
const notAgainForMs = 60 * 1000;
const limitNotAgainForMs = 60 * 60 * 1000;

const isCondition = (error: unknown): error is Error =>
  [DataDamaged, StorageFull, StorageUnavailable].some((kind) => error instanceof kind);

/**
 * Treats a store that can't be written as a condition, and not as a fault of the server. It is reported when it
 * begins and when it ends.
 */
export function storageCondition({ clock, report }: StorageConditionOptions) {
  let present: string | undefined;
  const toldMs = new Map<string, number>();

  /** Returns whether the last report of this kind was long ago; if so, it counts as reported now. */
  const isDue = (name: string, forMs: number): boolean => {
    const nowMs = clock().getTime();
    const lastMs = toldMs.get(name);
    if (lastMs !== undefined && Math.abs(nowMs - lastMs) < forMs) return false;
    toldMs.set(name, nowMs);
    return true;
  };

  return {
    /** Reports an error if it is such a condition. Returns false if it is a fault. */
    met(error: unknown): boolean {
      if (!isCondition(error)) return false;
      if (error instanceof LimitReached) {
        // The limit of a single account concerns only its user.
        if (error.isOfServer && isDue(error.name, limitNotAgainForMs)) report(error.message);
        return true;
      }
      if (present === error.name || !isDue(error.name, notAgainForMs)) return true;
      present = error.name;
      const code = errorCode(error.cause);
      const reason = code === undefined || error.message.includes(code) ? "" : ` (${code})`;
      report(`${error.message}${reason} The log will say when changes can be stored again.`);
      return true;
    },
    over(): void {
      if (present === undefined) return;
      present = undefined;
      report("The data can be written again.");
    },
  };
}
