/** Quotes text so that a shell reads it as one word. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A command line that the user can type. */
export const commandLine = (...words: readonly string[]): string => words.map(quoted).join(" ");
