import { DataDamaged, StorageFull, StorageUnavailable } from "../store/store-errors.ts";

export interface Readiness {
  isReady: boolean;
  /** Why not, for everybody who asks. */
  detail: string | null;
}

export interface ReadinessOptions {
  /** @throws what a change would be refused with now */
  checkWritable: () => Promise<void>;
  clock: () => Date;
  /** Is told when the answer is another than the last one. */
  onChange: (readiness: Readiness, error: unknown) => void;
}

/** Asking costs a sync, and anybody may ask: they all share one answer for so long. */
const sharedForMs = 1000;

function detailOf(error: unknown): string {
  if (error instanceof StorageFull) return "The disk is full.";
  if (error instanceof StorageUnavailable || error instanceof DataDamaged) {
    return "The data can't be written.";
  }
  throw error;
}

/** Whether the server can do what it is there for, found out anew at most once a second. */
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
    // Until it is known, however long that takes.
    validUntilMs = Number.POSITIVE_INFINITY;
    underWay = lookFor();
    underWay.catch(() => {
      validUntilMs = 0;
    });
    return underWay;
  };
}
