import { errorCode } from "@outlay/files";
import {
  DataDamaged,
  LimitReached,
  StorageFull,
  StorageUnavailable,
} from "../store/store-errors.ts";

export interface StorageConditionOptions {
  clock: () => Date;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
}

/** A disk may be full for one request and not for the next: it is not told again for so long. */
const notAgainForMs = 60 * 1000;
const limitNotAgainForMs = 60 * 60 * 1000;

const isCondition = (error: unknown): error is Error =>
  [DataDamaged, StorageFull, StorageUnavailable].some((kind) => error instanceof kind);

/** Where nothing can be kept, that is no fault of the server's: it is told once, and once more when it is over. */
export function storageCondition({ clock, report }: StorageConditionOptions) {
  let present: string | undefined;
  const toldMs = new Map<string, number>();

  /** Whether it was long ago that something was told; if so, it is told now. */
  const isDue = (name: string, forMs: number): boolean => {
    const nowMs = clock().getTime();
    const lastMs = toldMs.get(name);
    if (lastMs !== undefined && Math.abs(nowMs - lastMs) < forMs) return false;
    toldMs.set(name, nowMs);
    return true;
  };

  return {
    /** Whether an error is such a condition, and no fault. */
    met(error: unknown): boolean {
      if (!isCondition(error)) return false;
      if (error instanceof LimitReached) {
        // The limit of an account is its user's matter.
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
