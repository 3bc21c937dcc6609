import { DataDamaged, StorageFull, StorageUnavailable } from "../store/store-errors.ts";

export interface Readiness {
  isReady: boolean;
  /** The reason why it isn't ready, for everybody who asks. */
  detail: string | null;
}

export interface ReadinessOptions {
  /** @throws the refusal that a change would get now */
  checkWritable: () => Promise<void>;
  clock: () => Date;
  /** Called when the answer differs from the last one. */
  onChange: (readiness: Readiness, error: unknown) => void;
}

/** A check costs a sync, and anybody may ask: all share one answer for this long. */
const sharedForMs = 1000;

function detailOf(error: unknown): string {
  if (error instanceof StorageFull) return "The disk is full.";
  if (error instanceof StorageUnavailable || error instanceof DataDamaged) {
    return "The data can't be written.";
  }
  throw error;
}

/** Whether the server can do its work, checked at most once a second. */
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
    // Valid until the check ends, however long it takes.
    validUntilMs = Number.POSITIVE_INFINITY;
    underWay = lookFor();
    underWay.catch(() => {
      validUntilMs = 0;
    });
    return underWay;
  };
}
