/** What a token says of itself; nothing for one that can't be read. Not verified: that is the server's to do. */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload = ""] = token.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    return typeof claims === "object" && claims !== null ? { ...claims } : {};
  } catch {
    // An API key says nothing, and a broken token will be refused.
    return {};
  }
}
