import { LockLost } from "../../store-errors.ts";

/**
 * Looks whether this process still has the folder's lock. It is called once a file is open or made, and before that is
 * written to or renamed: whoever takes the folder over leaves such files to nobody (`fence-off.ts`).
 * @throws LockLost
 */
export type Guard = () => Promise<void>;

export const guardOf =
  (isHeld: () => Promise<boolean>): Guard =>
  async () => {
    if (!(await isHeld())) throw new LockLost(false);
  };
