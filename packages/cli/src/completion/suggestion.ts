/** A word that can be written, and what it means. */
export interface Suggestion {
  word: string;
  about: string;
}

/** What fits in a place: words, and perhaps the names of files or folders, which the shell knows best. */
export interface Fitting {
  words: readonly Suggestion[];
  paths?: "files" | "folders";
}

export const plain = (words: readonly string[]): Suggestion[] =>
  words.map((word) => ({ word, about: "" }));
