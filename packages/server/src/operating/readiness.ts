import { DataDamaged, StorageFull, StorageUnavailable } from "../store/store-errors.ts";

export interface Readiness {
  isReady: boolean;
  /** The reason why the server isn't ready, in words that anybody may read. */
  detail: string | null;
}

export interface ReadinessOptions {
  /** @throws the error that a change would cause now */
  checkWritable: () => Promise<void>;
  clock: () => Date;
  /** Called when the readiness has changed. */
  onChange: (readiness: Readiness, error: unknown) => void;
}

/** The time for which all requests share the result of a check, because a check costs a sync and anybody may request it. */
const sharedForMs = 1000;

function detailOf(error: unknown): string {
  if (error instanceof StorageFull) return "The disk is full.";
  if (error instanceof StorageUnavailable || error instanceof DataDamaged) {
    return "The data can't be written.";
  }
  throw error;
}

/** Returns a function that checks whether the server can store changes, at most once a second. */
export function readinessOf({ checkWritable, clock, onChange }: ReadinessOptions) {
  let underWay: Promise<Readiness> | undefined;
  let validUntilMs = 0;
  let wasReady = true;

  const lookFor = async (): Promise<Readiness> => {
    let readiness: Readiness = { isReady: true, detail: null };
    let reason: unknown;
    try {
      await checkWritable();
    } catch (error) {
      reason = error;
      readiness = { isReady: false, detail: detailOf(error) };
    }
    if (readiness.isReady !== wasReady) onChange(readiness, reason);
    wasReady = readiness.isReady;
    validUntilMs = clock().getTime() + sharedForMs;
    return readiness;
  };

  return (): Promise<Readiness> => {
    if (underWay && clock().getTime() < validUntilMs) return underWay;
    // The pending result is shared until the check ends, however long it takes.
    validUntilMs = Number.POSITIVE_INFINITY;
    underWay = lookFor();
    underWay.catch(() => {
      validUntilMs = 0;
    });
    return underWay;
  };
}
