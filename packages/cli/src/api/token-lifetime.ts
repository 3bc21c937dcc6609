// The last second that a date can hold with four digits of year.
const latestSeconds = 253_402_300_800;

/** When a token ends by its own word, in seconds since 1970; 0 for what can't be read. Not verified: that is the server's to do. */
export function expiryOf(token: string): number {
  const [, payload = ""] = token.split(".");
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    const { exp } = claims as { exp?: unknown };
    return typeof exp === "number" && exp > 0 && exp < latestSeconds ? exp : 0;
  } catch {
    // Unreadable is over: it will be refreshed.
    return 0;
  }
}

export const secondsLeft = (token: string, now: Date): number =>
  expiryOf(token) - now.getTime() / 1000;
