/** A short name that reveals nothing of the text it was made from. */
export async function digestOf(text: string): Promise<string> {
  // Loaded on demand: few commands need it, and it takes longer to load than its callers.
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
