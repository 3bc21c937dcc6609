const isPlain = /^[ -~]*$/;

/**
 * A text as it is compared where case doesn't count, in any script: `Straße` and `STRASSE`, `ΣΊΣΥΦΟΣ` and
 * `Σίσυφος`. Ways of writing the same character are one too (Unicode's compatibility caseless match), but
 * an accent is a difference: `cafe` is not `café`.
 */
export const caseless = (text: string): string =>
  // Most texts are plain, and then this is all that the rest comes to.
  isPlain.test(text)
    ? text.toUpperCase()
    : // To lower case first: ẞ becomes SS only as ß does.
      text.normalize("NFKD").toLowerCase().toUpperCase().normalize("NFKC");
