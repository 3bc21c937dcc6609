/** How often bcrypt goes round: 2 to this power. OWASP's password storage cheat sheet says 10 at least. */
export const workFactor = 10;

/** For passwords that Outlay made, which are too random to be found by trying. bcrypt's least. */
export const madeWorkFactor = 4;
