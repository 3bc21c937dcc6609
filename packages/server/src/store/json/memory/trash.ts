import { type Instant, trashDays } from "../../store.ts";

const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** What was put in the trash before that is gone. */
export const oldestKept = (now: Date): Instant => new Date(now.getTime() - trashMs).toISOString();

/** Whether a record has been in the trash for so long that nobody can bring it back. */
export const isGone = ({ deletedAt }: { deletedAt: Instant | null }, oldest: Instant): boolean =>
  deletedAt !== null && deletedAt < oldest;
