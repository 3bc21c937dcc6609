/**
 * A word that all descriptions of the same merchant have in them, whatever else differs; the longest one,
 * which few others have. Undefined where there is none.
 */
export function wordOfMerchant(description: string): string | undefined {
  const words =
    description.match(/(?<![\p{L}\p{M}\p{N}])[\p{L}\p{M}]+(?![\p{L}\p{M}\p{N}])/gu) ?? [];
  // A name may be written with accents in one place and without them in another.
  const plainWords = words.filter((word) => /^[a-z]+$/i.test(word));
  const candidates = plainWords.length > 0 ? plainWords : words;
  return candidates.toSorted((one, other) => other.length - one.length)[0];
}
