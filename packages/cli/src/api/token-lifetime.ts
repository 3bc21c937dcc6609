import { claimsOf } from "./token-claims.ts";

// The last second that a date can hold with four digits of year.
const latestSeconds = 253_402_300_800;

/** When a token ends by its own word, in seconds since 1970; 0 for what can't be read, which will be refreshed. */
export function expiryOf(token: string): number {
  const { exp } = claimsOf(token);
  return typeof exp === "number" && exp > 0 && exp < latestSeconds ? exp : 0;
}

export const secondsLeft = (token: string, now: Date): number =>
  expiryOf(token) - now.getTime() / 1000;
