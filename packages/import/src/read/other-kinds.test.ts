import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { otherKindOf } from "./other-kinds.ts";
import { sourceOfFile } from "../testing/source-of-file.ts";
import type { Source } from "./source.ts";
import { survey } from "./survey.ts";

const lines = (...all: string[]) => `${all.join("\r\n")}\r\n`;
const wide = (text: string, width: number) => text.padEnd(width - 1) + "2";

const qif = lines("!Type:Bank", "D01/02/2026", "T-12.50", "PShop", "^");
const account = lines(
  "!Account",
  "NEveryday",
  "TBank",
  "^",
  "!Type:Bank",
  "D1/2'26",
  "T-5.00",
  "^",
);
const mt940 = lines(":20:STARTUMSE", ":25:10010010/123456", ":28C:1/1", ":60F:C260102EUR10,00");
const mt942 = lines(":20:REF", ":25:10010010/123456", ":28C:1/1", ":34F:EUR0,00");
const coda = lines(
  wide(
    "0000001022630005        59501140  J JANSENS                 GEBABEBB   00412694022 00000",
    128,
  ),
  wide("10001BE33737018595246                  EUR0000000004344100310126J JANSENS", 128),
  wide("2100010000VAAS00214BALK00 1000000000001250", 128),
);
const cfonb = lines(
  `0130004    00170EUR2 00001234567  010226${" ".repeat(50)}0000000012345A${" ".repeat(16)}`,
  `043000407  00170EUR2 00001234567B1020226  020226CARTE BOULANGERIE`.padEnd(120),
  `073000407  00170EUR2 00001234567  280226${" ".repeat(50)}0000000012345A${" ".repeat(16)}`,
);
const norma43 = lines(
  "112100041802000513322602012602282000000001234569783GARCIA LOPEZ".padEnd(80),
  "22    0418260202260202040171000000000012500000000000",
);
const bai2 = lines(
  "01,122099999,123456789,260201,0200,1,,,2/",
  "02,123456789,122099999,1,260201,,USD,2/",
  "03,0123456789,USD,010,500000,,/",
  "16,165,1500000,1,DD1620,,DEALER PAYMENTS/",
);
const ofx = lines("OFXHEADER:100", "DATA:OFXSGML", "", "<OFX>", "<SIGNONMSGSRSV1>");
const camt = (message: string) =>
  `<?xml version="1.0"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:${message}.001.02">`;
const office =
  '<html xmlns:o="urn:schemas-microsoft-com:office:office">\n<head><meta charset="utf-8">';
const rows = "<tr><td>01/02/2026</td><td>Shop</td></tr>";
const workbook =
  '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">\n<Worksheet ss:Name="A">';

const texts: readonly [string, string][] = [
  ["is QIF", qif],
  ["is QIF", account],
  ["is QIF", `\uFEFF\n\n${account}`],
  ["is QIF", qif.replaceAll("\r\n", "\r")],
  ["is QIF", `!Option:AutoSwitch\n${account}!Clear:AutoSwitch\n`],
  ["is QIF", `!Clear:AutoSwitch\n!Option:MDY\n${qif}`],
  ["is QIF", "!Type:CCard\n"],
  ["is an MT940 or MT942 statement", mt940],
  ["is an MT940 or MT942 statement", mt942],
  ["is an MT940 or MT942 statement", `\uFEFF\r\n\r\n${mt940}-}`],
  ["is an MT940 or MT942 statement", lines("ABNANL2A", "940", "ABNANL2A") + mt940],
  ["is an MT940 or MT942 statement", lines("0000 01INGBNL2AXXXX00001", "940 00") + mt940],
  ["is an MT940 or MT942 statement", lines(":940:") + mt940.replace("\r\n:25", "\r\n:21:X\r\n:25")],
  ["is an MT940 or MT942 statement", `{1:F01BANKDEFFAXXX0000000000}{2:I940X}{4:\n${mt940}-}`],
  ["is an MT940 or MT942 statement", lines(":25:10010010/123456", ":28C:1/1")],
  ["is a CODA statement", coda],
  ["is a CODA statement", `\uFEFF${coda.replaceAll("\r\n", "\n")}`],
  ["is a CFONB 120 statement", cfonb],
  ["is a CFONB 120 statement", cfonb.replaceAll("\r\n", "")],
  ["is a CFONB 120 statement", cfonb.replaceAll(/ +\r\n/g, "\n")],
  ["is a Norma 43 statement", norma43],
  ["is a BAI2 statement", bai2],
  ["is OFX", ofx],
  ["is OFX", `\uFEFF\r\n \r\n${ofx}`],
  ["is OFX", `Bank of the Example\nExport of today\n\n${ofx}`],
  ["is OFX", '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n<OFX>'],
  ["is IIF", "!TRNS\tTRNSID\tDATE\n!SPL\tSPLID\tDATE\n!ENDTRNS\nTRNS\t1\t1/2/26\n"],
  ["is IIF", "!HDR\tPROD\tVER\r\nHDR\tQuickBooks\t7\r\n!ACCNT\tNAME\r\n"],
  ["is IIF", "!ACCNT\tNAME\tACCNTTYPE\nACCNT\tChecking\tBANK\n"],
  ["is a CAMT.053 statement", camt("camt.053")],
  ["is a CAMT.053 statement", camt("camt.053").replace(/^.*\n/, "\uFEFF\n")],
  ["is a CAMT.052 report", camt("camt.052")],
  ["is an Excel spreadsheet in XML", `<?xml version="1.0"?>\n${workbook}`],
  [
    "is an Excel spreadsheet in XML",
    `\n<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>\n${workbook}`,
  ],
  ["is an Excel spreadsheet in XML", workbook],
  ["is XML", '<?xml version="1.0"?>\n<Statement>'],
  ["is an HTML table", `\uFEFF\n\n<table border="1">${rows}</table>`],
  ["is an HTML table", `<TABLE>${rows}</TABLE>`],
  ["is an HTML table", office],
  ["is an HTML table", `<meta charset="utf-8">\n<style>td {}</style><table>${rows}</table>`],
  ["is an HTML table", `<style>td { mso-number-format: "@" }</style>\n<table>${rows}</table>`],
  ["is an HTML table", `<!-- July -->\n<div id="all"><table>${rows}</table></div>`],
  ["is a web page (perhaps a login page)", "<!DOCTYPE html>\n<html><head><title>Log in"],
  [
    "is a web page (perhaps a login page)",
    `<html><body><form action="/login"><table>${rows}</table></form>`,
  ],
  ["is an RTF document", "{\\rtf1\\ansi Statement}"],
  ["is a PDF document", "%PDF-1.7\n"],
  ["is compressed with bzip2", "BZh91AY&SY..."],
];

const bytes: readonly [string, Buffer][] = [
  ["is an SQLite database", Buffer.from("SQLite format 3\0\x10\0\x01\x01\0@  \0\0")],
  ["is a Parquet file", Buffer.from("PAR1\x15\x04\x15\x10")],
  ["is a spreadsheet or a zip archive", Buffer.from("PK\x03\x04\x14\0\0\0mimetypeapplication/vnd")],
  ["is an old Excel file", Buffer.from("d0cf11e0a1b11ae1", "hex")],
];

/** CSV files that begin like files of other kinds. */
const nearMisses: readonly string[] = [
  // CODA
  "0000018011330005,2026-02-01,Shop,-12.50\n1000018011330005,2026-02-02,Shop,-2.50\n",
  "0000;01.02.2026;Shop;-12,50\n1000;02.02.2026;Shop;-2,50\n",
  "0000018011330005        ;01.02.2026;Shop;-12,50\n1000018011330005        ;02.02.2026;Shop;-2\n",
  // QIF and IIF
  "!Account,Date,Amount\nEveryday,2026-02-01,-12.50\n",
  "!Account\tDate\tAmount\nEveryday\t2026-02-01\t-12.50\n",
  "!Account\nDate,Payee,Amount\n2026-02-01,Shop,-12.50\n",
  "!Type:,Date,Amount\nBank,2026-02-01,-12.50\n^\n",
  "!Type: Savings\nDate,Payee,Amount\n2026-02-01,Shop,-12.50\n",
  "!;Datum;Betrag\n!;01.02.2026;-12,50\n",
  "!TRNS,Date,Amount\nTRNS,2026-02-01,-12.50\n",
  "!HDR\tDate\tAmount\nShop\t2026-02-01\t-12.50\n",
  // BAI2
  "01,02,2026,Shop,-12.50\n02,02,2026,Shop,-2.50\n",
  "01,02,2026,Shop,-12.50,/\n02,02,2026,Shop,-2.50,/\n",
  "01,Shop,Rent,260201,1200,/\n02,Shop,Rent,260202,1200,/\n",
  // CFONB and Norma 43
  "0130004;00170;EUR;01.02.2026;-12,50\n0430004;00170;EUR;02.02.2026;-2,50\n",
  "0130004    ;00170;EUR;2;00001234567;010226;-12,50\n0430004    ;00170;EUR;2;0;020226;-2,50\n",
  "11/02/2026;Shop;-12,50\n22/02/2026;Shop;-2,50\n",
  "11210004180200051332;260201;-12,50\n22210004180200051332;260202;-2,50\n",
  // MT940
  ":20:15,2026-02-01,Shop,-12.50\n:25:10,2026-02-01,Shop,-2.50\n",
  ":20:,Date,Amount\nX,2026-02-01,-12.50\n",
  'Date,Text,Amount\n2026-02-01,"Paid\n:20:X\n:25:Y\n",-12.50\n',
  '"{1:F01BANK}",2026-02-01,-12.50\n',
  // OFX, XML and HTML
  "OFXHEADER,Date,Amount\nX,2026-02-01,-12.50\n",
  'Date,Text,Amount\n2026-02-01,"Paid\nOFXHEADER:100\n",-12.50\n',
  "<Date>,<Payee>,<Amount>\n2026-02-01,Shop,-12.50\n",
  "<title>\t<date>\t<amount>\nShop\t2026-02-01\t-12.50\n",
  "<Workbook>,<date>,<amount>\nA,2026-02-01,-12.50\n",
  "<table>,<date>,<amount>\n1,2026-02-01,-12.50\n",
  "Date,Text,Amount\n2026-02-01,<table><tr>,-12.50\n",
  "Date,Text,Amount\n2026-02-01,<?xml camt.053 Workbook,-12.50\n",
  // Binary signatures that are also letters.
  "PAR1,2026-02-01,-12.50\n",
  "SQLite format 3,2026-02-01,-12.50\n",
  "BZhang,2026-02-01,-12.50\n",
  "PK,2026-02-01,-12.50\n",
  "%PDF,2026-02-01,-12.50\n",
];

const surveyOf = (content: Buffer) => {
  const source: Source = {
    name: "bank.csv",
    // oxlint-disable-next-line require-await -- a stream of what is there already
    async *chunks() {
      yield content;
    },
    close: () => Promise.resolve(),
  };
  return survey(source);
};

describe("a file that isn't CSV", () => {
  it.each(texts)("%s: %j", (kind, text) => {
    expect(otherKindOf(Buffer.from(text), "utf-8")).toBe(kind);
  });

  it.each(bytes)("is recognised by its bytes: %s", async (kind, content) => {
    await expect(surveyOf(content)).rejects.toMatchObject({
      message: `bank.csv ${kind}, not CSV.`,
    });
  });

  it.each(["utf8", "utf16le"] as const)("is refused with its kind and a way out: %s", (encoding) =>
    expect(surveyOf(Buffer.from(`<table>${rows}</table>`, encoding))).rejects.toMatchObject({
      code: "unreadable",
      message: "bank.csv is an HTML table, not CSV.",
      hint: "Export it as CSV and import that.",
    }),
  );
});

describe("CSV", () => {
  it.each(nearMisses)("isn't mistaken for another kind: %j", async (text) => {
    await expect(surveyOf(Buffer.from(text))).resolves.toHaveProperty("encoding", "utf-8");
  });

  const real = join(import.meta.dirname, "../../../../../shared/bank-csv");
  const folders = [join(import.meta.dirname, "../fixtures"), real];
  it.each(folders.filter((folder) => existsSync(folder)))(
    "includes every file in %s",
    async (folder) => {
      const names = readdirSync(folder).filter((name) => /\.(?:csv|tsv|tab)$/.test(name));
      expect(names.length).toBeGreaterThan(30);
      for (const name of names) {
        const source = sourceOfFile(join(folder, name));
        await expect(survey(source), name).resolves.toHaveProperty("digest");
      }
    },
  );
});
