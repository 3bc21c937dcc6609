/** As a shell takes it for one word. */
const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** A line to type. */
export const commandLine = (...words: readonly string[]): string => words.map(quoted).join(" ");
