import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { guessEncoding } from "./guess-encoding.ts";

const encoded = (text: string, encoding: string) =>
  execFileSync("iconv", ["-f", "UTF-8", "-t", encoding], { input: text });

describe("guessEncoding", () => {
  it.each([
    ["Buchungstag;Währung;Empfänger\nMüller Straße", "CP1252", "windows-1252"],
    ["Nationwide £12.50", "CP1252", "windows-1252"],
    ["Libellé;Débit;Crédit\nCafé crème à la gare, reçu du 3 août", "CP1252", "windows-1252"],
    ["Descrição;Histórico;Saldo\nCartão de débito, São João", "CP1252", "windows-1252"],
    ["Datum provedení;Číslo účtu;Zpráva\nPříspěvek na oběd", "CP1250", "windows-1250"],
    ["Data księgowania;Opis;Tytuł\nPłatność kartą, żółw", "CP1250", "windows-1250"],
    ["Könyvelés dátuma;Összeg\nVásárlás, gyűjtő, őszi", "CP1250", "windows-1250"],
    ["Дата операции;Описание\nПокупка в магазине Перекрёсток", "CP1251", "windows-1251"],
    ["Дата операції;Опис\nКіоск їжі", "CP1251", "windows-1251"],
    ["Дата операции;Описание\nПокупка в магазине", "KOI8-R", "koi8-r"],
    ["Mokestis už lėšų įskaitymą", "CP1257", "windows-1257"],
    ["Maksājuma mērķis; saņēmējs", "CP1257", "windows-1257"],
    ["Açıklama;İşlem Tutarı\nŞişli mağazası alışverişi", "CP1254", "windows-1254"],
    ["Ημερομηνία;Περιγραφή;Ποσό", "CP1253", "windows-1253"],
    ["年月日,お引出し,お預入れ,お取り扱い内容", "CP932", "shift_jis"],
    ["交易时间,交易对方,商品说明,收支,金额", "GB18030", "gb18030"],
    ["거래일시,적요,출금액,입금액,잔액", "CP949", "euc-kr"],
    ["交易日期,摘要,支出金額,餘額", "BIG5", "big5"],
  ])("knows %j in %s", (text, encoding, expected) => {
    expect(guessEncoding(encoded(text, encoding))).toBe(expected);
  });
});
