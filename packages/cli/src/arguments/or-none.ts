const none = "none";

/** Parses the text of an option that the word `none` clears; null for that word. */
export const orNone = <Value>(text: string, parse: (text: string) => Value): Value | null =>
  text.trim().toLowerCase() === none ? null : parse(text);

/** The text that stands for an optional value, as `orNone` parses it. */
export const typedOrNone = (text: string | null): string => text ?? none;
