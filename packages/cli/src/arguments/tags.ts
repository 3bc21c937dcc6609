/** Tags as people write them: lists show them with `#`, so that is how they are typed too. */
export const parseTags = (words: readonly string[]): string[] =>
  words.map((word) => word.replace(/^#/, ""));
