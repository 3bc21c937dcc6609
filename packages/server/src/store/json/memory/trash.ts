import type { Instant } from "../../../domain/instant.ts";
import { trashDays } from "../../../domain/records.ts";

const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** Records put in the trash before this time are gone, and changes made before it are final. */
export const oldestKept = (now: Date): Instant => new Date(now.getTime() - trashMs).toISOString();

/** Whether a record has been in the trash for so long that it can't be restored. */
export const isGone = ({ deletedAt }: { deletedAt: Instant | null }, oldest: Instant): boolean =>
  deletedAt !== null && deletedAt < oldest;

/** Whether a change was made so long ago that it can't be reverted. */
export const isOver = ({ createdAt }: { createdAt: Instant }, oldest: Instant): boolean =>
  createdAt < oldest;
