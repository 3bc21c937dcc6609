import { lazily } from "@outlay/shared";
import { foldName } from "../words/name-roles.ts";
import type { Column } from "../table/table.ts";

/**
 * Names of columns that number single transactions, so that no two purchases share a number. References,
 * receipts and orders aren't included, because a repeated payment may have the same one.
 */
const transactionIdNames = `
  transaction id; transactionid; transaction number; transaction no; transaction nr; transaction identifier; transaction unique identifier
  transaction ref no; transaction ref number; transaction reference no; transaction reference number; trans id; trans no; trans ref no
  transaction reference; transaction ref; txn reference; reference operation; reference de l operation; referencia operacion; referencia de la operacion
  transaktionsreferenz; buchungsreferenz; transactiereferentie; transactie referentie
  txn id; txn no; txn number; txn ref no; tx id; fitid; unique id; transferwise id; archive id
  transaktions id; transaktionsid; transaktionsnummer; transaktions nr; transaktionsnr; umsatz id; umsatz nr; umsatznummer; buchungs id; buchungs nr; buchungsnummer
  id transaction; id operation; numero operation; numero d operation; numero de l operation; numero de transaction
  id transaccion; id de transaccion; id operacion; num operacion; numero operacion; numero de operacion; numero de transaccion
  id operazione; id transazione; numero operazione; numero transazione
  id transacao; id da transacao; numero operacao; numero de operacao; numero da operacao; numero da transacao
  transactie id; transactienummer; transactienr; transaktionsnr; arkistointitunnus; arkiverings id; arkiveringskod; arkivreferanse; arhiveerimistunnus
  id transakcji; nr transakcji; numer transakcji; nr operacji; numer operacji; identyfikator transakcji
  id transakce; id transakcie; id operace; id pohybu; cislo transakce; cislo transakcie
  tranzakcio azonosito; tranzakcioazonosito; tranzakcio szama; id tranzactie; numar tranzactie; broj transakcije; id transakcije
  islem no; islem numarasi; αριθμος συναλλαγης
  id операции; номер операции; id транзакции; номер транзакции; id операції; номер операції; id транзакції; номер транзакції
  交易单号; 交易订单号; 交易号; 交易编号; 交易單號; 交易編號; 取引番号; 거래번호`;

const known = lazily(() => new Set(transactionIdNames.split(/[;\n]/).map(foldName)));

/** Whether a column's name promises an id of its own for each transaction. */
export const isTransactionId = (column: Column | undefined): boolean =>
  column !== undefined && column.name !== "" && known().has(foldName(column.name));
