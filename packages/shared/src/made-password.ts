/**
 * Passwords that Outlay makes by itself and nobody types: as random as a key, and by their form told from people's.
 * However fast one can be tried, nobody tries 2²⁵⁶.
 */
export const madePasswordBytes = 32;

/** @param random so many random bytes, in base64url */
export const madePassword = (random: string): string => `outlay-made-${random}`;

export const isMadePassword = (password: string): boolean =>
  /^outlay-made-[\w-]{43}$/.test(password);
