/**
 * The cost of bcrypt: it runs 2 to this power rounds. OWASP's password storage cheat sheet says 10
 * at least.
 */
export const workFactor = 10;

/** The cost for generated passwords, which are too random to be guessed. It is bcrypt's minimum. */
export const madeWorkFactor = 4;
