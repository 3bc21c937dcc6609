/** Decides in which currency each row of a file is recorded, by its own words and by what the user has said. */
import { currencyCodeOf, isForeign, isRecordableCurrency } from "@outlay/shared";
import { ImportRefusal } from "../refusal.ts";

export interface OwnCurrency {
  /** The code of the user's home currency; undefined while it is unset, or isn't known. */
  home: string | undefined;
  /** The currency that amounts are shown in; undefined if none is set. */
  shownIn: string | undefined;
  /** The currency of a file that names none, as the user says. */
  given: string | undefined;
}

const needsHome = (message: string, code: string) =>
  new ImportRefusal(
    "unsure",
    message,
    `Set your home currency first: outlay config set currency ${code}`,
  );

const listed = (codes: readonly string[]): string =>
  [codes.slice(0, -1).join(", "), ...codes.slice(-1)].filter((part) => part !== "").join(" and ");

export class RowCurrencies {
  readonly #own: OwnCurrency;
  readonly #codes = new Map<string, string | null>();

  constructor(own: OwnCurrency) {
    this.#own = own;
  }

  /** Returns the code of a row's currency; null if the row says nothing that names one. */
  codeOf(named: string): string | null {
    let code = this.#codes.get(named);
    if (code === undefined) {
      code = this.#find(named);
      this.#codes.set(named, code);
    }
    return code;
  }

  /** Returns the code under which a row is recorded; null for the home currency. */
  recordedAs(named: string): string | null {
    const code = this.codeOf(named);
    const { home } = this.#own;
    return home === undefined || code === home ? null : code;
  }

  /**
   * Checks that everything that a file names can be recorded.
   * @param words the words and signs by which its rows name currencies; an empty one for none
   * @throws ImportRefusal unsure
   */
  check(words: Iterable<string>): void {
    const all = [...words];
    const codes = this.codesOf(all);
    const { home, shownIn, given } = this.#own;
    const contrary = codes.find((code) => given !== undefined && code !== given);
    if (contrary !== undefined) {
      throw new ImportRefusal(
        "bad_option",
        `The file names ${contrary} as its currency, and --currency names ${given}.`,
        "Leave out --currency, which is for files that name none.",
      );
    }
    const own = home ?? shownIn;
    const unclear = own === undefined ? undefined : all.find((word) => this.#isUnclear(word, own));
    if (unclear !== undefined) {
      throw new ImportRefusal(
        "unsure",
        `The amounts have the sign ${unclear}, which isn't that of ${own}, and more than one currency has it.`,
        "Say which it is: --currency USD",
      );
    }
    if (home !== undefined) this.#checkRecordable(codes, home);
    else this.#checkOne(codes);
  }

  /** The codes that a file names, in their order. */
  codesOf(words: Iterable<string>): string[] {
    const codes = [...words].flatMap((word) => this.codeOf(word) ?? []);
    return [...new Set(codes)];
  }

  #find(named: string): string | null {
    const { home, shownIn, given } = this.#own;
    const code = named === "" ? undefined : currencyCodeOf(named);
    const own = home ?? shownIn;
    if (/^[A-Z]{3}$/.test(named.trim())) return code ?? given ?? null;
    // The sign of a user's own pounds or dollars stands for them, whatever else it may stand for.
    if (own !== undefined && /\p{Sc}/u.test(named) && !isForeign(named, own)) return own;
    return code ?? given ?? null;
  }

  #isUnclear(word: string, own: string): boolean {
    return this.codeOf(word) === null && isForeign(word, own);
  }

  #checkRecordable(codes: readonly string[], home: string): void {
    const odd = codes.find((code) => code !== home && !isRecordableCurrency(code));
    if (odd === undefined) return;
    throw new ImportRefusal(
      "unsure",
      `The file has amounts in ${odd}, whose amounts have more than two decimals or which isn't in use any more, so they can't be recorded beside those in ${home}.`,
      "Remove these rows from the file, or convert their amounts.",
    );
  }

  /** While the home currency is unset, all amounts of a file must be in one currency. */
  #checkOne(codes: readonly string[]): void {
    const [code, another] = codes;
    const { shownIn } = this.#own;
    if (code !== undefined && another !== undefined) {
      throw needsHome(
        `The file has amounts in ${listed(codes)}, and your home currency isn't set, so it is unknown in which of them your other amounts are.`,
        shownIn ?? code,
      );
    }
    if (code !== undefined && shownIn !== undefined && code !== shownIn) {
      throw needsHome(
        `The amounts are in ${code}, your amounts are shown in ${shownIn}, and your home currency isn't set.`,
        shownIn,
      );
    }
  }
}
