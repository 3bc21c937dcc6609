import fastStringWidth from "fast-string-width";

/**
 * Matches text whose characters take one column each and never join: Latin letters, the ellipsis, the euro sign,
 * lines and blocks. Nearly all text is of this kind, and the patterns below take milliseconds to compile.
 */
const plain = /^[ -~\u00A1-\u00AC\u00AE-\u02FF…€\u2500-\u259F]*$/;

/** Matches format characters; those in the group hold an emoji together. */
const formats =
  /(\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?\u200D(?=\p{Extended_Pictographic})|\u{1F3F4}[\u{E0020}-\u{E007F}]+)|\p{Cf}/gu;

/** Matches characters that take a column more than the library counts: spacing marks (Hindi, Tamil) and Yi. */
const wider = /[\p{Mc}\p{Script=Yi}]/gu;

/** Takes no column, and keeps the characters beside it apart. */
const noColumn = "\0";

/** The number of a terminal's columns that a line of text takes. */
export function columnWidth(text: string): number {
  if (plain.test(text)) return text.length;
  // Composes Korean letters into the syllables that terminals show.
  const composed = text.normalize("NFC");
  const counted = composed.replace(formats, (_, joined?: string) => joined ?? noColumn);
  return fastStringWidth(counted) + (counted.match(wider)?.length ?? 0);
}
