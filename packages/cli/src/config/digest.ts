/** A short name that tells nothing of what it was made of. */
export async function digestOf(text: string): Promise<string> {
  // Few commands need it, and it takes longer to load than what calls this.
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
