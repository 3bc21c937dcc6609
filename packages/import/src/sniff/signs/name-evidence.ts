/** Evidence for the sign of expenses from the names of columns. */
import { bareWords } from "../../cells/plain-text.ts";
import { columnLabel } from "../amounts/amount-cells.ts";
import type { ColumnRole } from "../words/column-names.ts";
import type { Evidence } from "./sign.ts";
import { mayBeReceivedRow, type SignedRow } from "./signed-rows.ts";
import { type Column, isNamed } from "../table/table.ts";

const spendingNames =
  /^(?:cost|costs|spent|expense|expenses|price|paid|kosten|preis|depense|gasto|coste|costo|prix|uitgave|wydatek|利用金額|ご利用金額|利用代金|이용금액|국내이용금액|승인금액|支払金額|支払総額|お支払金額)/;
const merchantNames: readonly ColumnRole[] = ["receiver"];

/** Whether the columns are named like those of a card's list. */
export const isCardList = (columns: readonly Column[]): boolean =>
  columns.some(({ name }) =>
    /\b(?:card|carte|carta|karte|karta|кредит\S*|kreditkarte|karteninhaber|kartennummer|karten nr|tarjeta|cartao|kaarthouder|kredietkaart|post date|trans date)\b|カード|利用日|이용/.test(
      bareWords(name),
    ),
  );

/** Whether the columns are named like those of a shop's books. */
const isSales = (columns: readonly Column[]): boolean =>
  columns.some(({ name }) =>
    /\b(?:buyer|customer|client|sold|sale|sales|invoice|kunde|kaufer|acheteur|comprador|acquirente|koper)\b/.test(
      bareWords(name),
    ),
  );

/** Whether amounts are called costs. Lists of shared costs have such a column. */
export const isCost = ({ name }: Column): boolean =>
  /^(?:cost|kosten|cout|coste|costo)$/.test(bareWords(name));

/** Whether the amounts are called spending. */
const isSpent = (amount: Column, columns: readonly Column[]): boolean =>
  spendingNames.test(bareWords(amount.name)) && !isSales(columns);

/**
 * Whether a name occurs only in an account's list: an account number, a counterparty's number, or a value date.
 */
function isAccountName({ name, stats }: Column): boolean {
  const bare = bareWords(name);
  if (/\b(?:iban|bic)\b|\b(?:gegen|auftrags)?konto(?:nummer|nr|stand)?\b/.test(bare)) return true;
  // In five languages the word for value date also means currency.
  return stats.isDates && /\b(?:valuta\w*|wertstellung)\b/.test(bare);
}

/** Whether the columns are named like those of an account's list, and none like those of a card's. */
export const isAccountList = (columns: readonly Column[]): boolean =>
  columns.some(isAccountName) && !isCardList(columns);

export function fromNames(
  rows: readonly SignedRow[],
  amount: Column,
  columns: readonly Column[],
  followsBalance: boolean,
): Evidence[] {
  return namesSay(rows, amount, columns, followsBalance).map((one) => ({ ...one, isName: true }));
}

function namesSay(
  rows: readonly SignedRow[],
  amount: Column,
  columns: readonly Column[],
  followsBalance: boolean,
): Evidence[] {
  const evidence: Evidence[] = [];
  const bare = bareWords(amount.name);
  if (isSpent(amount, columns)) {
    evidence.push({
      for: "positive",
      weight: 6,
      reason: `the name ${columnLabel(amount)} means spending`,
    });
  }
  const isCard = isCardList(columns);
  const hasMerchant = columns.some(
    (column) =>
      merchantNames.some((role) => isNamed(column, role)) &&
      /merchant|handler|handelaar|commercant|marchand|comercio|esercente|estabelecimento|商户|加盟店|利用店|가맹점|בית ה?עסק/.test(
        bareWords(column.name),
      ),
  );
  // Money came in as well, or nothing but that.
  const isMixed =
    rows.some(mayBeReceivedRow) ||
    /\b(?:refund|erstattung|remboursement|reembolso|rimborso|cashback)/.test(bare);
  const isUnsigned = amount.stats.negative === 0 && !isMixed;
  if (isUnsigned && hasMerchant) {
    evidence.push({
      for: "positive",
      weight: 4,
      reason: "a list of merchants without a minus usually has purchases",
    });
  } else if (isUnsigned && isCard) {
    evidence.push({
      for: "positive",
      weight: 3,
      reason: "a card's list without a minus usually has purchases",
    });
  } else if (isCard && amount.stats.positive >= amount.stats.negative) {
    evidence.push({ for: "positive", weight: 1, reason: "it looks like a card's list" });
  }
  const isAccount = columns.some(
    (column) =>
      (!followsBalance && isNamed(column, "balance") && column.stats.numbers > 0) ||
      isAccountName(column),
  );
  if (isAccount && !isCard && amount.stats.negative > 0) {
    evidence.push({ for: "negative", weight: 4, reason: "it looks like a bank account's list" });
  }
  return evidence;
}
