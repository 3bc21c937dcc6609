/** Words for totals and carried balances, in the languages of known exports. */
import { bareWords } from "../../cells/plain-text.ts";

/** Rows that sum up or carry over, and are no bookings. */
const totalPatterns = [
  /^(?:grand |sub ?)?totals?\b/,
  /^total (?:balance|credits|debits|amount|spent|due|expenses)/,
  /\b(?:opening|closing|beginning|starting|ending|brought forward|carried forward|previous|available|ledger|current|statement) (?:ledger )?balance\b/,
  /\bbalance (?:brought|carried|forward|b\/f|c\/f|as of|at)\b/,
  /^balance$/,
  /^(?:gesamt|summe|zwischensumme|gesamtsumme|saldo|anfangssaldo|endsaldo|schlusssaldo|saldovortrag|kontostand|anfangsbestand|endbestand|alter kontostand|neuer kontostand)\b/,
  /^(?:solde|ancien solde|nouveau solde|totaux|saldo inicial|saldo final|saldo anterior|saldo iniziale|saldo finale|saldo inicial|saldo contabile|totale|suma|razem|saldo poczatkowe|saldo koncowe|celkem|pocatecni zustatek|konecny zustatek|osszesen|nyito egyenleg|zaro egyenleg|sold initial|sold final|toplam|devir|devreden bakiye)\b/,
  /^(?:sakuma atlikums|beigu atlikums|apgrozijums|algsaldo|loppsaldo|kaive|likutis pradziai|likutis pabaigai|pradinis likutis|galutinis likutis|apyvarta)\b/,
  /^(?:beginsaldo|eindsaldo|totaal|ingaende saldo|utgaende saldo|summa|alkusaldo|loppusaldo|yhteensa|i alt|sum|inngaende saldo|utgaende saldo)\b/,
  /^(?:συνολο|υπολοιπο εκ μεταφορας|итого|всего|входящий остаток|исходящий остаток|остаток|разом|усього|всього)/,
  /^(?:合计|总计|合計|小計|小计|总额|期初余额|期末余额|承前页|繰越|前期繰越|残高|이월|합계|총계|소계|전월이월)/,
];

/** Whether a row's text says that it sums up or carries over. */
export function isTotal(text: string): boolean {
  const bare = bareWords(text);
  return bare.length <= 80 && totalPatterns.some((pattern) => pattern.test(bare));
}

const openingBalance =
  /\b(?:opening|beginning|starting|previous|initial|brought forward|b\/f|anfangssaldo|anfangsbestand|alter kontostand|alter saldo|saldovortrag|ancien solde|solde initial|saldo (?:anterior|inicial|iniziale|precedente|poczatkowe)|beginsaldo|ingaende saldo|inngaende saldo|alkusaldo|pocatecni zustatek|nyito egyenleg|sold initial|devreden bakiye)\b|входящий остаток|期初余额|承前页|前期繰越|前月繰越|이월/;

/** Whether a text names the balance before the first booking. */
export function isOpeningBalance(text: string): boolean {
  const bare = bareWords(text);
  return bare.length <= 80 && openingBalance.test(bare) && isTotal(text);
}

const wholeTotals = new RegExp(
  "^(?:net change|(?:debit |credit |total )?turnovers?|(?:total |soll|haben)?umsatz|umsatz (?:soll|haben)|umsatze gesamt|total (?:des )?mouvements|mouvements (?:debit|credit)|obroty?(?: wn| ma)?|оборот[ыи]?(?: по (?:дебету|кредиту))?|promet(?: v (?:breme|dobro))?|apgrozijums|kreditas is viso|debetas is viso|kaive kokku|deebetkaive|kreeditkaive|" +
    "(?:opening|new|closing|beginning|starting|ending|previous|available|ledger|current|statement|final|initial)(?: ledger)? balance|" +
    "balance (?:brought |carried )?forward|(?:brought|carried) forward|balance(?: b/f| c/f)?|(?:sub|grand )?totals?|" +
    "(?:anfangs|end|schluss|tages|zwischen)?saldo|saldovortrag|(?:alter|neuer) (?:kontostand|saldo)|kontostand|(?:gesamt|zwischen)?summe|gesamt|anfangsbestand|endbestand|" +
    "(?:ancien |nouveau )?solde|saldo (?:anterior|inicial|final|iniziale|finale|contabile|disponivel|do dia|dia|parcial|total|poczatkowe|koncowe|total disponivel dia)|totale|totaux|" +
    "begin ?saldo|eind ?saldo|(?:inga|utga)ende saldo|alkusaldo|loppusaldo|(?:sakuma|beigu) atlikums|apgrozijums|algsaldo|loppsaldo|kaive|likutis (?:pradziai|pabaigai)|(?:pradinis|galutinis) likutis|apyvarta|pocatecni zustatek|konecny zustatek|nyito egyenleg|zaro egyenleg|sold (?:initial|final)|devir|devreden bakiye|" +
    "итого|всего|(?:входящий |исходящий )?остаток|合计(?:金额)?|总计|合計|期初余额|期末余额|承前页|(?:前期)?繰越|前月繰越|残高|이월|전월이월|합계)(?:(?: (?:au|al|as of|at|per|vom|zum|am|on|em|el))? [\\d.,/ -]+)?$",
  "u",
);

/**
 * Captures the first word of a text. Most texts begin with none of the known words; texts that continue in
 * another script are matched as a whole.
 */
const firstWord = /^[\s"'*(]*([A-Za-z]+)(?![A-Za-z]|[^\x20-\x7E])/;
const firstOfTotals = new Set(
  (
    "net debit credit total totals turnover turnovers soll haben umsatz umsatze mouvements obrot obroty promet apgrozijums kreditas " +
    "debetas kaive deebetkaive kreeditkaive opening new closing beginning starting ending previous available ledger current " +
    "statement final initial balance brought carried sub grand subtotal anfangssaldo endsaldo schlusssaldo tagessaldo zwischensaldo " +
    "saldo saldovortrag alter neuer kontostand gesamtsumme zwischensumme summe gesamt anfangsbestand endbestand ancien nouveau " +
    "solde totale totaux begin beginsaldo eind eindsaldo alkusaldo loppusaldo sakuma beigu algsaldo loppsaldo likutis pradinis " +
    "galutinis apyvarta pocatecni konecny nyito zaro sold devir devreden ingaende utgaende inngaende"
  ).split(" "),
);

/**
 * Whether a text says nothing but a total or balance, so that even a day and an amount don't make it a booking.
 */
export function isNothingButTotal(text: string): boolean {
  if (text === "" || text.length > 80) return false;
  const [, first] = firstWord.exec(text) ?? [];
  if (first !== undefined && !firstOfTotals.has(first.toLowerCase())) return false;
  return wholeTotals.test(bareWords(text));
}

const sums =
  /(?:^|\W)(?:total|totals|sub ?total|sum|summe|gesamt|totale|totaux|suma|razem|celkem|osszesen|toplam|summa|totaal|итого|всего)(?:\W|$)|合计|合計|小計|합계/;

/** Whether a text mentions a sum, as merchants' names may do too. */
export const mayBeSum = (text: string): boolean => sums.test(bareWords(text));

/** Beginnings of texts that may name a balance, or a shop. */
const balanceFirst =
  /^[^\p{L}]*(?:saldo|sald|solde|balance|kontostand|zustatek|egyenleg|bakiye|stanje|υπόλοιπο|υπολοιπο|остаток|залишок|余额|餘額|残高|잔액)(?!\p{L})/iu;
const balanceOfSome =
  /\b(?:letzte\w*|vorherige\w*|vorige\w*|neue\w*|alte\w*|zu (?:unseren|ihren|gunsten|lasten)|previous|last|prior|new|current|statement|due|owing|precedent\w*|anterior\w*|nouveau|dernier\w*|actual|vorig\w*|nieuw\w*|tidligere|forrige|ny|poprzedni\w*|nowy|predchozi\w*|elozo|precedente|attuale|fattura|rechnung|facture|factura|fatura|invoice|bill)\b/;

export const beginsAsBalance = (text: string): boolean => balanceFirst.test(text);

/** Whether a text that begins like a balance says which balance it is. */
export const isSomeBalance = (text: string): boolean =>
  beginsAsBalance(text) && balanceOfSome.test(bareWords(text));
