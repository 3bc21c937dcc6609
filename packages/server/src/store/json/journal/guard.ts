import { LockLost } from "../../store-errors.ts";

/**
 * Checks that this process still has the folder's lock. It is called once a file is open or
 * created, and before it is written to or renamed: a process that takes over the folder makes such
 * files harmless (`fence-off.ts`).
 * @throws LockLost
 */
export type Guard = () => Promise<void>;

export const guardOf =
  (isHeld: () => Promise<boolean>): Guard =>
  async () => {
    if (!(await isHeld())) throw new LockLost(false);
  };
