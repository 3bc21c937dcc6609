import { describe, expect, it } from "vitest";
import type { Booking } from "../rows/row.ts";
import { earlierId } from "../testing/earlier-id.ts";
import { countKeys, Identifier } from "./identify.ts";

const shop: Booking = {
  line: 2,
  day: "2024-03-01",
  amountCents: 500,
  description: "Shop",
  notes: [],
  text: "Shop 24",
  category: "",
  bankId: "",
  isTransactionId: false,
  currency: "",
  currencies: [],
  account: "",
  feeCents: 0,
};
const { day, amountCents } = shop;

interface File {
  guessed?: string;
  before?: ReadonlyMap<string, number>;
}

/** Returns the identities of the rows of one file. */
function identitiesOf(
  rows: readonly Partial<Booking>[],
  { guessed, before = new Map() }: File = {},
) {
  const identifier = new Identifier({ given: undefined, otherwise: undefined }, before, guessed);
  return rows.map((row) => identifier.identify({ ...shop, ...row }));
}

/** Returns the identity of a row that is alone in its file. */
function identityOf(row: Partial<Booking>, file: File = {}) {
  const [identity] = identitiesOf([row], file);
  if (!identity) throw new Error("A row has an identity.");
  return identity;
}

const externalIdOf = (row: Partial<Booking>, file: File = {}) => identityOf(row, file).externalId;

describe("a row", () => {
  it.each<[string, Partial<Booking>, Partial<Booking>]>([
    ["currency", { currencies: ["EUR"] }, { currencies: ["USD"] }],
    ["day", { day: "2024-03-01" }, { day: "2024-03-02" }],
    ["account", { account: "giro" }, { account: "card" }],
    ["amount", { amountCents: 500 }, { amountCents: 501 }],
    ["text", { text: "Shop" }, { text: "Pub" }],
    ["bank's id", { bankId: "123456" }, { bankId: "123457" }],
  ])("with another %s has another identity", (_, one, other) => {
    expect(externalIdOf(one)).not.toBe(externalIdOf(other));
  });

  it("in ASCII has the external id that it has always had, and no other", () => {
    const earlier = earlierId({ day, amountCents, by: { text: shop.text } });
    const same = { externalId: earlier, knownAs: [] };
    expect([identityOf({}), identityOf({}, { guessed: "windows-1250" })]).toEqual([same, same]);
    // An id that existing stores contain.
    expect(earlier).toBe("row-OmyVhAe9acAGf30-JxRZw1VdsLkRE8tV");
  });
});

describe("a bank's id", () => {
  it.each(["12345", "123", "ab1", "000012", "0000012345"])(
    "doesn't identify the row if it is short: %s",
    (bankId) => {
      expect(externalIdOf({ bankId })).toBe(externalIdOf({}));
    },
  );

  it.each(["123456", "A123", "0000123456"])("identifies the row if it is long: %s", (bankId) => {
    expect(externalIdOf({ bankId, text: "Shop" })).toBe(externalIdOf({ bankId, text: "Pub" }));
    expect(externalIdOf({ bankId })).not.toBe(externalIdOf({}));
  });

  it("with leading zeros used to count as a long one", () => {
    const earlier = earlierId({ day, amountCents, by: { id: "000012" } });
    expect(identityOf({ bankId: "000012" }).knownAs).toEqual([earlier]);
    expect(identityOf({ bankId: "00012" }).knownAs).toEqual([]);
  });

  it("of a transaction holds for any day, but used to hold for one", () => {
    const row = { bankId: "TX123456", isTransactionId: true };
    const later = { ...row, day: "2024-03-03" } as const;
    expect(externalIdOf(row)).toBe(externalIdOf(later));
    expect(identityOf(later).knownAs).toEqual([
      earlierId({ day: later.day, amountCents, by: { id: row.bankId } }),
    ]);
    expect(externalIdOf(row)).not.toBe(externalIdOf({ ...row, currencies: ["USD"] }));
    expect(externalIdOf(row)).not.toBe(externalIdOf({ ...row, amountCents: 501 }));
    expect(externalIdOf(row)).not.toBe(externalIdOf({ ...row, account: "card" }));
  });

  it("of another kind holds for one day", () => {
    const row = { bankId: "TX123456" };
    const earlier = earlierId({ day, amountCents, by: { id: row.bankId } });
    expect(identityOf(row)).toEqual({ externalId: earlier, knownAs: [] });
  });
});

describe("words beyond ASCII", () => {
  const text = "Café Ömer";
  const asRead = earlierId({ day, amountCents, by: { text } });
  const otherwiseRead = "CafŽ …mer";

  it("count by their ASCII letters if the encoding was guessed, whatever the guess", () => {
    const file = { guessed: "macintosh" };
    const other = { guessed: "windows-1252" };
    expect(externalIdOf({ text }, file)).toBe(externalIdOf({ text: otherwiseRead }, other));
    expect(externalIdOf({ text: "CAFÉ\u00A0ÖMER" }, file)).toBe(externalIdOf({ text }, file));
    expect(externalIdOf({ text: text.normalize("NFD") }, file)).toBe(externalIdOf({ text }, file));
    // The lower case of this letter is an ASCII letter with a mark.
    expect(externalIdOf({ text: "İzmir Çay" }, { guessed: "windows-1254" })).toBe(
      externalIdOf({ text: "Ýzmir Çay" }, other),
    );
  });

  it("used to count as they were read, in the guessed encoding or another", () => {
    const { externalId, knownAs } = identityOf({ text }, { guessed: "macintosh" });
    expect(knownAs[0]).toBe(asRead);
    expect(knownAs[1]).toBe(earlierId({ day, amountCents, by: { text: otherwiseRead } }));
    expect(knownAs.length).toBeLessThanOrEqual(8);
    expect(new Set([externalId, ...knownAs]).size).toBe(1 + knownAs.length);
  });

  it("count as they are if the encoding is certain, and are recognised by their ASCII letters too", () => {
    const guessed = externalIdOf({ text }, { guessed: "macintosh" });
    expect(identityOf({ text })).toEqual({ externalId: asRead, knownAs: [guessed] });
  });

  it("count as they were read if hardly any letter is ASCII", () => {
    const { externalId, knownAs } = identityOf({ text: "Зоо 24" }, { guessed: "windows-1251" });
    expect(externalId).toBe(earlierId({ day, amountCents, by: { text: "Зоо 24" } }));
    expect(knownAs[0]).toBe(earlierId({ day, amountCents, by: { text: "Çîî 24" } }));
  });

  it("include letters that were the second byte of a character", () => {
    const right = identityOf({ text: "Bürger Äpfel" }, { guessed: "windows-1252" });
    const wrong = identityOf({ text: "B黵ger 膒fel" }, { guessed: "gb18030" });
    expect(right.externalId).not.toBe(wrong.externalId);
    expect(wrong.knownAs).toContain(right.externalId);
  });
});

describe("equal rows", () => {
  it("are numbered separately for each external id that they may have", () => {
    const rows = ["Müller", "Möller", "Müller"].map((text) => ({ text }));
    const [muller, moller, again] = identitiesOf(rows, { guessed: "windows-1252" });
    const letters = muller?.externalId;
    expect([moller?.externalId, again?.externalId]).toEqual([`${letters}-2`, `${letters}-3`]);
    expect([muller, moller, again].map((row) => row?.knownAs[0])).toEqual([
      earlierId({ day, amountCents, by: { text: "Müller" } }),
      earlierId({ day, amountCents, by: { text: "Möller" } }),
      earlierId({ day, amountCents, by: { text: "Müller" } }, 2),
    ]);
  });

  it("keep the number that they had among those of one day", () => {
    const row = { bankId: "TX123456", isTransactionId: true };
    const days = ["2024-03-01", "2024-03-02", "2024-03-02"] as const;
    const identities = identitiesOf(days.map((each) => ({ ...row, day: each })));
    const own = identities[0]?.externalId;
    const by = { id: row.bankId };
    expect(identities).toEqual([
      { externalId: own, knownAs: [earlierId({ day: days[0], amountCents, by })] },
      { externalId: `${own}-2`, knownAs: [earlierId({ day: days[1], amountCents, by })] },
      { externalId: `${own}-3`, knownAs: [earlierId({ day: days[1], amountCents, by }, 2)] },
    ]);
  });
});

describe("a corrected row", () => {
  it("continues the numbers of the import that rejected it, under the key that import used", () => {
    const text = "Müller";
    const { externalId, knownAs } = identityOf({ text });
    const [letters = ""] = knownAs;
    expect(identityOf({ text }, { before: countKeys([`${externalId}-2`]) })).toEqual({
      externalId: `${externalId}-3`,
      knownAs: [`${letters}-3`],
    });
    expect(identityOf({ text }, { before: countKeys([letters]) })).toEqual({
      externalId: `${letters}-2`,
      knownAs: [`${externalId}-2`],
    });
  });
});
