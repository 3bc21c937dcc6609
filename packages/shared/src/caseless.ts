const isPlain = /^[ -~]*$/;

/**
 * A text for comparing without regard to case, in any script: `Straße` equals `STRASSE`, and
 * `ΣΊΣΥΦΟΣ` equals `Σίσυφος`. Different encodings of a character are equal too (Unicode's
 * compatibility caseless match), but accents count: `cafe` is not `café`.
 */
export const caseless = (text: string): string =>
  // Most texts are plain, and for them this equals the full conversion.
  isPlain.test(text)
    ? text.toUpperCase()
    : // To lower case first: ẞ becomes SS only as ß does.
      text.normalize("NFKD").toLowerCase().toUpperCase().normalize("NFKC");
