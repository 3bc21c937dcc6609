/** Which part of a file a row stands in: headings and further headers say so of the rows below them. */
import { bareWords } from "../cells/plain-text.ts";
import type { CsvRecord } from "../read/csv-record.ts";
import { isOtherHeader, isSameHeader } from "../sniff/dialect.ts";
import type { Layout } from "../sniff/layout.ts";

const pendingSections = new Set(
  (
    "pending scheduled upcoming vorgemerkte vorgemerkt geplante attente pendientes pendenti pendentes standing " +
    "openstaande gereserveerde reserverade kommande vantande reserverte ventende kommende oczekujace zaplanowane " +
    "cekajici fuggo beklenen ожидающие запланированные"
  ).split(" "),
);
const bookedSections = new Set(
  "posted booked completed settled gebuchte gebucht bogforte bokforda bokforte".split(" "),
);
const maxHeadingWords = 4;

/** A heading in the words that a booking could have as well: of several, or by an adjective that stands for several. */
const certainHeading =
  /^(?:(?:pending|scheduled|upcoming|posted|booked|completed|settled|standing) (?:transactions|payments|orders|items|bookings|charges|purchases|debits|withdrawals|activity|authori[sz]ations)|(?:vorgemerkte|geplante|gebuchte|openstaande|gereserveerde|reserverade|kommande|bokforda|oczekujace|zaplanowane) \S+|\S+ (?:pendientes|pendenti|pendentes|en attente))$/;

type Known = Pick<Layout, "header" | "described">;

export class Sections {
  readonly #header: readonly string[] | undefined;
  /** The columns whose words a line may go on with. */
  readonly #described: ReadonlySet<number>;
  isPending = false;
  /** The line of the header of another list, whose rows follow. */
  otherHeaderLine: number | undefined;
  #isBelowBooking = false;

  constructor({ header, described }: Known) {
    this.#header = header;
    this.#described = new Set(described.map(({ index }) => index));
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

  /** A blank line parts what stands below from the booking above it. */
  endBooking(): void {
    this.#isBelowBooking = false;
  }

  /** A line of its own says of the rows below it that they are pending, or no longer. */
  takeHeading({ cells }: CsvRecord): void {
    const at = cells.findIndex((cell) => cell.trim() !== "");
    const heading = cells[at];
    const isAlone = !cells.some((cell, index) => index > at && cell.trim() !== "");
    if (heading === undefined || !isAlone) {
      this.#isBelowBooking = true;
      return;
    }
    const bare = bareWords(heading);
    const words = bare.split(" ");
    if (words.length > maxHeadingWords) return;
    // Where the words of bookings stand, a line behind a booking goes on with it, whatever it says.
    const mayGoOn = cells.length > 1 && this.#described.has(at) && this.#isBelowBooking;
    if (mayGoOn && !(at === 0 && certainHeading.test(bare))) return;
    if (words.some((word) => pendingSections.has(word))) this.isPending = true;
    else if (words.some((word) => bookedSections.has(word))) this.isPending = false;
  }
}
