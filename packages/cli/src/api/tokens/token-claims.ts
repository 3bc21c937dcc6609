/**
 * Returns a token's claims; an empty object if it can't be read. The signature is not verified: that is the
 * server's job.
 */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload = ""] = token.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    // An API key has no claims, and a broken token will be refused.
    return {};
  }
}
