import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

const merchants = [
  "Corner Grocery",
  "City Bakery",
  "Night Bus",
  "Mobile Data",
  "Book & Paper",
  "Harbour Cafe",
  "Green Pharmacy",
  "Taxi North",
];

const two = (value: number) => String(value).padStart(2, "0");
const centsText = (cents: number) => `${Math.trunc(cents / 100)}.${two(cents % 100)}`;

/** Rows one after the other, some three hundred a day. */
function* rows(count: number): Generator<string> {
  yield "Date,Description,Amount,Balance\n";
  let balanceCents = 20_000 * count;
  for (let index = 0; index < count; index += 1) {
    const day = Math.floor(index / 300);
    const date = `${2015 + Math.floor(day / 336)}-${two(1 + (Math.floor(day / 28) % 12))}-${two(1 + (day % 28))}`;
    const cents = 100 + ((index * 7919) % 19_999);
    balanceCents -= cents;
    const merchant = merchants[index % merchants.length] ?? "";
    yield `${date},${merchant} ${1000 + (index % 977)} REF${index},-${centsText(cents)},${centsText(balanceCents)}\n`;
  }
}

/** Writes a bank's CSV file with this many bookings, all of them expenses. */
export const writeBankFile = (path: string, count: number): Promise<void> =>
  pipeline(Readable.from(rows(count)), createWriteStream(path));

/** The rules that hledger needs to read such a file. */
export const hledgerRules = [
  "skip 1",
  "fields date, description, amount, balance",
  "account1 assets:bank",
  "account2 expenses:unknown",
  "",
].join("\n");
