/** The categories of a user's own. */
import type { Instant } from "./instant.ts";

export interface CategoryRecord {
  id: number;
  userId: number;
  createdAt: Instant;
  updatedAt: Instant;
  /**
   * Unique among the user's, and fixed for ever. The key of a built-in category stands here too,
   * once the user has renamed or archived it.
   */
  key: string;
  name: string;
  /** The key of the category that this one belongs to, if any. */
  parent: string | null;
  isArchived: boolean;
}
