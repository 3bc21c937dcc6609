/** A word that can be written, and its meaning. */
export interface Suggestion {
  word: string;
  about: string;
}

/** The suggestions for a place: words, and perhaps names of files or folders, which the shell knows best. */
export interface Fitting {
  words: readonly Suggestion[];
  paths?: "files" | "folders";
}

export const plain = (words: readonly string[]): Suggestion[] =>
  words.map((word) => ({ word, about: "" }));
