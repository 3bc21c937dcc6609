/**
 * Passwords that Outlay generates and nobody types: as random as a key, and recognizable by their
 * form. However fast a guess is, nobody tries 2²⁵⁶ of them.
 */
export const madePasswordBytes = 32;

/** @param random the random bytes in base64url */
export const madePassword = (random: string): string => `outlay-made-${random}`;

export const isMadePassword = (password: string): boolean =>
  /^outlay-made-[\w-]{43}$/.test(password);
