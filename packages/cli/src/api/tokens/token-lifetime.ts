import { claimsOf } from "./token-claims.ts";

// The last second that a date with a four-digit year can represent.
const latestSeconds = 253_402_300_800;

/**
 * When a token expires according to its own claims, in seconds since 1970; 0 if it can't be read, so that it
 * is refreshed.
 */
export function expiryOf(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === "number" && exp > 0 && exp < latestSeconds ? exp : 0;
}

export const secondsLeft = (token: string, now: Date): number =>
  expiryOf(token) - now.getTime() / 1000;
