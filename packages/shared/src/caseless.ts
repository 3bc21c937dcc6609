const isPlain = /^[ -~]*$/;

/**
 * Converts a text of any script to a form that ignores case: `Straße` equals `STRASSE`, and `ΣΊΣΥΦΟΣ` equals
 * `Σίσυφος`. It also ignores different encodings of a character (Unicode's compatibility caseless match), but not
 * accents: `cafe` is not `café`.
 */
export const caseless = (text: string): string =>
  // Most texts are plain ASCII, for which this equals the full conversion.
  isPlain.test(text)
    ? text.toUpperCase()
    : // Lower case comes first, because only the lower-case ß becomes SS; the capital ẞ stays as it is.
      text.normalize("NFKD").toLowerCase().toUpperCase().normalize("NFKC");
