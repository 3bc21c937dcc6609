/**
 * Bookkeeping terms, which mean opposite things in the books of a bank and of its customer: a bank debits an
 * account that money leaves, its customer debits the account that money enters.
 */
import { bareWords } from "../../cells/plain-text.ts";
import { foldName } from "./name-roles.ts";

const bookWords = new Set(
  (
    "debit debits debited debitamount credit credits credited dr cr d c soll haben s h debe haber dare avere " +
    "debet kredit debito debitos credito creditos debiti crediti deebet kreedit debetas kreditas winien ma " +
    "duguje potrazuje borc alacak дебет дебит кредит дт кт 借方 贷方 貸方 借 贷 貸 차변 대변 χρεωση πιστωση"
  ).split(" "),
);

// Words that may accompany them in a column's name.
const besideWords = new Set(
  (
    "amount amounts amt value total transaction betrag wert montant importe importo valor euro euros " +
    "belopp belob belop bedrag kwota castka suma сумма сума 金额 金額 发生额"
  ).split(" "),
);

/** Whether a column's name says no more than debit or credit. */
export function isBookkeepingName(name: string): boolean {
  const words = foldName(name)
    .replace(/金额|金額|发生额/g, " ")
    .split(" ")
    .filter((word) => word !== "" && !besideWords.has(word));
  return words.length > 0 && words.every((word) => bookWords.has(word));
}

/** Whether a cell says no more than debit or credit. */
export const isBookkeepingWord = (cell: string): boolean => bookWords.has(bareWords(cell));
