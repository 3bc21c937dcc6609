/** Line breaks and tabs as a space. */
const breaks = /[\t\n\r\u0085\u2028\u2029]+/g;
/** Controls, and marks that turn the direction of text: either can make a terminal show what isn't there. */
const controls = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Text from elsewhere made safe to show on one line of a terminal. */
export const printable = (text: string): string =>
  text.replace(breaks, " ").replace(controls, "\uFFFD");
