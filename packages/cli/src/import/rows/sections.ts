/** Which part of a file a row stands in: headings and further headers say so of the rows below them. */
import { bareWords } from "../cells/plain-text.ts";
import type { CsvRecord } from "../read/csv-record.ts";
import { isOtherHeader, isSameHeader } from "../sniff/dialect.ts";

const pendingSections = new Set([
  "pending",
  "scheduled",
  "upcoming",
  "vorgemerkte",
  "vorgemerkt",
  "geplante",
  "attente",
  "pendientes",
  "pendenti",
  "pendentes",
  "standing",
]);
const bookedSections = new Set(["posted", "booked", "completed", "settled", "gebuchte", "gebucht"]);
const maxHeadingWords = 4;

export class Sections {
  readonly #header: readonly string[] | undefined;
  isPending = false;
  /** The line of the header of another list, whose rows follow. */
  otherHeaderLine: number | undefined;

  constructor(header: readonly string[] | undefined) {
    this.#header = header;
  }

  /** Whether the record names columns: the header again, or that of another list. */
  takeHeader({ cells, line }: CsvRecord): boolean {
    if (isSameHeader(cells, this.#header)) {
      this.otherHeaderLine = undefined;
      return true;
    }
    const isOther = isOtherHeader(cells, this.#header);
    if (isOther) this.otherHeaderLine = line;
    return isOther;
  }

  /** A line of its own says of the rows below it that they are pending, or no longer. */
  takeHeading({ cells }: CsvRecord): void {
    const at = cells.findIndex((cell) => cell.trim() !== "");
    const heading = cells[at];
    if (heading === undefined || cells.some((cell, index) => index > at && cell.trim() !== ""))
      return;
    const words = bareWords(heading).split(" ");
    if (words.length > maxHeadingWords) return;
    if (words.some((word) => pendingSections.has(word))) this.isPending = true;
    else if (words.some((word) => bookedSections.has(word))) this.isPending = false;
  }
}
