/**
 * Passwords that Outlay generates for accounts whose password nobody types. They are as random as a key and can't be
 * guessed, so the server recognises them by their form and spends less time on hashing them.
 */
export const madePasswordBytes = 32;

/** @param random the random bytes in base64url */
export const madePassword = (random: string): string => `outlay-made-${random}`;

export const isMadePassword = (password: string): boolean =>
  /^outlay-made-[\w-]{43}$/.test(password);
