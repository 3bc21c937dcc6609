/** Finds the section of a file that a row is in, from headings and repeated headers above it. */
import { bareWords } from "../cells/plain-text.ts";
import type { CsvRecord } from "../read/csv-record.ts";
import { isOtherHeader, isSameHeader } from "../sniff/table/dialect.ts";
import { pendingWords } from "../sniff/words/cell-words.ts";
import type { Layout } from "../sniff/layout.ts";
import { quoted, Rejection } from "./rejection.ts";

const pendingSections = new Set(
  (
    "pending scheduled upcoming vorgemerkte vorgemerkt geplante attente pendientes pendenti pendentes standing " +
    "openstaande gereserveerde reserverade kommande vantande reserverte ventende kommende oczekujace zaplanowane " +
    "cekajici fuggo beklenen ожидающие запланированные"
  ).split(" "),
);
const bookedSections = new Set(
  (
    "posted booked completed settled cleared recent bookings transactions buchungen umsatze mouvements movimientos movimenti " +
    "gebuchte gebucht bogforte bokforda bokforte geboekte verwerkte " +
    "contabilizados contabilizadas realizados realizadas contabilizzati contabilizzate contabili comptabilisees " +
    "passees lancados lancamentos efetuados zaksiegowane zrealizowane zauctovane zauctovano konyvelt gerceklesen " +
    "проведенные исполненные"
  ).split(" "),
);
const maxHeadingWords = 4;

/**
 * A certain heading, although a booking could use the same words: it is in the plural, or has an adjective that
 * implies several.
 */
const certainHeading =
  /^(?:(?:pending|scheduled|upcoming|posted|booked|completed|settled|standing) (?:transactions|payments|orders|items|bookings|charges|purchases|debits|withdrawals|activity|authori[sz]ations)|(?:vorgemerkte|geplante|gebuchte|openstaande|gereserveerde|reserverade|kommande|bokforda|oczekujace|zaplanowane) \S+|\S+ (?:pendientes|pendenti|pendentes|en attente))$/;

type Known = Pick<Layout, "header" | "described">;

export class Sections {
  readonly #header: readonly string[] | undefined;
  /** The columns in which a line may continue the words of a booking. */
  readonly #described: ReadonlySet<number>;
  isPending = false;
  /** A heading that may or may not end the pending section; undefined if there is none. */
  unknownHeading: string | undefined;
  /** The line of the header of another list, if its rows follow. */
  otherHeaderLine: number | undefined;
  /** The number of columns in the header above the rows; 0 if there is none. */
  headerWidth: number;
  #isBelowBooking = false;
  #isParted = false;
  /** The smallest number of cells in any dated row so far. */
  #leastWidth = Infinity;

  constructor({ header, described }: Known) {
    this.#header = header;
    this.headerWidth = header?.length ?? 0;
    this.#described = new Set(described.map(({ index }) => index));
  }

  /** Whether the record names columns: the header again, or that of another list. */
  takeHeader({ cells, line }: CsvRecord): boolean {
    const width = this.#header?.length ?? 0;
    // A later header of the same list may have more columns, if only pending rows stood below the first.
    const isWider = cells.slice(width).some((name) => name.trim() !== "");
    const isSame = isSameHeader(cells, this.#header) && !(isWider && this.#leastWidth < Infinity);
    if (isSame) {
      this.otherHeaderLine = undefined;
      this.headerWidth = Math.max(width, cells.length);
      return true;
    }
    const isWiderSame = isWider && isSameHeader(cells.slice(0, width), this.#header);
    const isOther = isWiderSame || isOtherHeader(cells, this.#header);
    if (isOther) this.otherHeaderLine = line;
    return isOther;
  }

  /** Notes a blank line, which separates following lines from the booking above. */
  endBooking(): void {
    this.#isBelowBooking = false;
    this.#isParted ||= this.#leastWidth < Infinity;
  }

  /**
   * Whether a dated row belongs to another list without a header: it has fewer cells than all rows above a
   * blank line.
   */
  takeWidth({ length }: readonly string[]): boolean {
    if (this.#isParted && length < this.#leastWidth) return true;
    this.#leastWidth = Math.min(this.#leastWidth, length);
    return false;
  }

  /** Reads a line that may be the heading of pending or booked rows. @throws Rejection */
  takeHeading({ cells }: CsvRecord): void {
    // A fast path: nearly all rows begin with two filled cells.
    if (cells[0] !== "" && cells[1] !== undefined && cells[1].trim() !== "") {
      this.#isBelowBooking = true;
      return;
    }
    const at = cells.findIndex((cell) => cell.trim() !== "");
    const heading = cells[at];
    const isAlone = !cells.some((cell, index) => index > at && cell.trim() !== "");
    if (heading === undefined || !isAlone) {
      this.#isBelowBooking = true;
      return;
    }
    const bare = bareWords(heading);
    const words = bare.split(" ");
    // A line below a booking, in a column of words, continues it, whatever it says.
    const mayGoOn = cells.length > 1 && this.#described.has(at) && this.#isBelowBooking;
    const isUnclear =
      at === 0
        ? pendingWords.has(bare)
        : /^(?:pending|scheduled|upcoming) (?:list|transactions|items|payments)$/.test(bare);
    if (mayGoOn && isUnclear) {
      throw new Rejection(`it is unclear whether ${quoted(heading)} is a heading`);
    }
    if (mayGoOn && !(at === 0 && certainHeading.test(bare))) return;
    this.#begin(heading, words.length > maxHeadingWords ? [] : words);
  }

  #begin(heading: string, words: readonly string[]): void {
    const isBooked = words.some((word) => bookedSections.has(word));
    if (words.some((word) => pendingSections.has(word))) {
      this.isPending = true;
      this.unknownHeading = undefined;
    } else if (isBooked) {
      this.isPending = false;
      this.unknownHeading = undefined;
    } else if (this.isPending && /\p{L}/u.test(heading)) this.unknownHeading = heading;
  }
}
