import { describe, expect, it } from "vitest";
import { guessEncoding } from "./guess-encoding.ts";

/** Returns the bytes of text in a legacy encoding, found by decoding every possible one or two bytes. */
function encoded(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytesOf = new Map<string, number[]>();
  const singles = Array.from({ length: 256 }, (_, byte) => [byte]);
  const pairs = singles
    .slice(0x81)
    .flatMap(([lead = 0]) => singles.slice(0x40).map(([trail = 0]) => [lead, trail]));
  for (const bytes of [...singles, ...pairs]) {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (!bytesOf.has(character)) bytesOf.set(character, bytes);
  }
  return Uint8Array.from(Array.from(text).flatMap((character) => bytesOf.get(character) ?? []));
}

describe("guessEncoding", () => {
  it.each([
    ["Buchungstag;Währung;Empfänger\nMüller Straße", "windows-1252"],
    ["Nationwide £12.50", "windows-1252"],
    ["Libellé;Débit;Crédit\nCafé crème à la gare, reçu du 3 août", "windows-1252"],
    ["Descrição;Histórico;Saldo\nCartão de débito, São João", "windows-1252"],
    ["Datum provedení;Číslo účtu;Zpráva\nPříspěvek na oběd", "windows-1250"],
    ["Data księgowania;Opis;Tytuł\nPłatność kartą, żółw", "windows-1250"],
    ["Könyvelés dátuma;Összeg\nVásárlás, gyűjtő, őszi", "windows-1250"],
    ["Дата операции;Описание\nПокупка в магазине Перекрёсток", "windows-1251"],
    ["Дата операції;Опис\nКіоск їжі", "windows-1251"],
    ["Дата операции;Описание\nПокупка в магазине", "koi8-r"],
    ["Mokestis už lėšų įskaitymą", "windows-1257"],
    ["Maksājuma mērķis; saņēmējs", "windows-1257"],
    ["Açıklama;İşlem Tutarı\nŞişli mağazası alışverişi", "windows-1254"],
    ["Ημερομηνία;Περιγραφή;Ποσό", "windows-1253"],
    ["年月日,お引出し,お預入れ,お取り扱い内容", "shift_jis"],
    ["交易时间,交易对方,商品说明,收支,金额", "gb18030"],
    ["거래일시,적요,출금액,입금액,잔액", "euc-kr"],
    ["交易日期,摘要,支出金額,餘額", "big5"],
  ])("recognises %j in %s", (text, encoding) => {
    expect(guessEncoding(encoded(text, encoding))).toBe(encoding);
  });
});
