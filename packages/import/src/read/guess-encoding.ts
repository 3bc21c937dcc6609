/** Guesses the legacy encoding of some bytes, by how well they read as text in a language. */
import { decodeBytes } from "./decode-bytes.ts";
import {
  commonMarks,
  doubleByteEncodings,
  type SingleByteEncoding,
  singleByteEncodings,
} from "./encodings.ts";

const marks = new Set(commonMarks);
const letter = /\p{L}/u;
const latin = /\p{Script=Latin}/u;

/**
 * Whether a letter is next to a character that no word of its language has there: a small letter before a
 * capital, a letter of another script, or a digit. Text decoded from the wrong encoding looks like this.
 */
function isOdd(character: string, previous: string, next: string): boolean {
  // A letter on its own is more likely to be a mark of another encoding.
  if (!letter.test(previous) && !letter.test(next)) return true;
  const isBig = character.toLowerCase() !== character;
  if (isBig && letter.test(previous) && previous.toUpperCase() !== previous) return true;
  return [previous, next].some(
    (neighbour) =>
      /\d/.test(neighbour) ||
      (letter.test(neighbour) && latin.test(neighbour) !== latin.test(character)),
  );
}

/** The prior likelihood of each encoding, which decides if there are too few letters. */
const likelihoods: Readonly<Record<string, number>> = {
  "windows-1252": 0.9,
  "windows-1250": 0.5,
  "windows-1251": 0.5,
  "windows-1254": 0.4,
  "windows-1257": 0.4,
  "windows-1253": 0.4,
  "windows-1255": 0.4,
  "windows-1256": 0.4,
};
const unlikely = 0.2;
/** The prior counts as much as this many letters. */
const lettersBefore = 3;

/** Averages a score, so that a single letter carries little weight. */
const weighed = (name: string, score: number, count: number): number =>
  count === 0
    ? 0
    : (score + lettersBefore * (likelihoods[name] ?? unlikely)) / (count + lettersBefore);

/**
 * Scores how well the text reads in its best language: each letter beyond ASCII counts for or against it. The
 * best possible score is 1.
 */
function singleByteScore(bytes: Uint8Array, { name, languages }: SingleByteEncoding): number {
  const characters = Array.from(decodeBytes(new TextDecoder(name), bytes));
  const alphabets = languages.map((letters) => new Set(letters));
  const scores = alphabets.map(() => 0);
  let count = 0;
  characters.forEach((character, at) => {
    if (character <= "\u007F") return;
    count += 1;
    const odd = isOdd(character, characters[at - 1] ?? " ", characters[at + 1] ?? " ");
    const mark = marks.has(character) ? 0.4 : -1;
    alphabets.forEach((alphabet, index) => {
      const fits = Array.from(character.toLowerCase()).every(
        (part) => part <= "\u007F" || alphabet.has(part),
      );
      scores[index] = (scores[index] ?? 0) + (fits ? (odd ? -0.5 : 1) : mark);
    });
  });
  return weighed(name, Math.max(...scores), count);
}

function doubleByteScore(
  bytes: Uint8Array,
  isCommon: (lead: number, trail: number) => boolean,
): number {
  let count = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    count += 1;
    if (isCommon(lead, bytes[at + 1] ?? 0)) common += 1;
    at += 1;
  }
  return weighed("", 2 * common - count, count);
}

/**
 * Returns the name of the likeliest encoding, for `TextDecoder`.
 * @param bytes text with characters beyond ASCII
 */
export function guessEncoding(bytes: Uint8Array): string {
  const scores: (readonly [string, number])[] = [
    ...singleByteEncodings.map((one) => [one.name, singleByteScore(bytes, one)] as const),
    ...doubleByteEncodings.map(
      ({ name, isCommon }) => [name, doubleByteScore(bytes, isCommon)] as const,
    ),
  ];
  const best = Math.max(...scores.map(([, score]) => score));
  return scores.find(([, score]) => score >= best - 0.001)?.[0] ?? "windows-1252";
}
