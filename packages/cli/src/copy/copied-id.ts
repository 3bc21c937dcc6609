/** The ids by which copies of records are known, so that each is copied once. */
import { createHash } from "node:crypto";

/** A record of the account that it was recorded in. */
interface Original {
  id: number;
  created_at: string;
}

/**
 * The external id that the copy of a record without one gets. It stays the same wherever the copy is copied on to.
 * @param userCreatedAt the time at which the account of the record was created
 */
export function copiedId(
  userCreatedAt: string,
  kind: "expense" | "budget" | "import",
  { id, created_at }: Original,
): string {
  const text = JSON.stringify([userCreatedAt, kind, id, created_at]);
  return `copy:${createHash("sha256").update(text).digest("hex").slice(0, 40)}`;
}
