/**
 * The cost of bcrypt, which runs 2 to this power rounds. OWASP's password storage cheat sheet requires at least 10.
 */
export const workFactor = 10;

/** The cost for generated passwords, which can't be guessed. It is bcrypt's minimum. */
export const madeWorkFactor = 4;
