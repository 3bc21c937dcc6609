/** Terms that banks use for kinds of bookings, which give the method of payment rather than the payee. */
import { lazily } from "@outlay/shared";
import { bareWords } from "../../cells/plain-text.ts";

const ways = new Set(
  (
    "sepa visa mastercard maestro vpay girocard debit credit card pos atm eft ach upi imps neft rtgs online internet mobile " +
    "contactless direct standing recurring automatic instant external internal domestic foreign bank wire money bill cash " +
    "merchant retail loan kartu kort kartou karta"
  ).split(" "),
);
const acts = new Set(
  (
    "payment payments purchase purchases transaction transactions transfer transfers debit credit order withdrawal " +
    "deposit spend charge charges fee fees refund out in"
  ).split(" "),
);

const kinds = lazily(
  () =>
    new Set(
      `
  bizum enviado; bizum recibido; recibo domiciliado; pagamento efetuado; pagamento efectuado; transferencia emitida; transferencia realizada;
  other; others; spend; p2p; pos; atm; ach; eft; card; cash card; cash out; check; cheque; misc; miscellaneous;
  payment; withdraw; withdrawal; kartenzahlung; kartenzahlung debit; debitkartenzahlung; kreditkartenzahlung;
  lastschrift; sepa lastschrift; basislastschrift; folgelastschrift; erstlastschrift; sepa lastschrifteinzug;
  uberweisung; sepa uberweisung; echtzeituberweisung; online uberweisung; dauerauftrag; dauerauftragsbelastung;
  gutschrift; gutschrift uberweisung; geldautomat; bargeldauszahlung; bargeldabhebung; barauszahlung; zahlung;
  einkauf; kartenumsatz; abbuchung; umbuchung; gehalt rente; entgelt; abschluss; zahlungseingang; zahlungsausgang;
  zahlungsauftrag; e banking auftrag; achat; achat cb; achat carte; paiement; paiement carte; paiement par carte;
  paiement cb; carte; prelevement; prelevement sepa; prlv; prlv sepa; virement; virement sepa; virement emis;
  virement recu; vir; vir sepa; retrait; retrait dab; retrait gab; frais; cotisation; facture carte; compra;
  compra con tarjeta; compra tarjeta; pago; pago con tarjeta; pago tarjeta; tarjeta; transferencia; transferencia
  emitida; transferencia recibida; recibo; adeudo; adeudo recibido; domiciliacion; retirada; retirada cajero;
  reintegro; reintegro cajero; bizum; ingreso; cargo; abono; pagamento; pagamento pos; pagamento carta; pagamento
  con carta; bonifico; bonifico sepa; bonifico in uscita; bonifico in entrata; addebito; addebito diretto;
  addebito sdd; prelievo; prelievo bancomat; giroconto; carta di debito; operazione carta; pix; pix enviado; pix
  recebido; transferencia pix; compra no debito; compra no credito; compra cartao; ted; ted enviada; doc; boleto;
  pagamento de boleto; debito automatico; saque; levantamento; mb way; compra mb; transferencia enviada; deposito;
  betaling; betaalautomaat; geldautomaat; incasso; sepa incasso; overboeking; sepa overboeking; ideal;
  pinbetaling; pin; periodieke overboeking; betaalopdracht; kaartbetaling; betaling met kaart; kop; kortkop;
  kortbetaling; korttransaktion; overforing; insattning; uttag; autogiro; swish; bankgiro; plusgiro; varekjop;
  visa varekjop; kjop; overforsel; betalingsservice; dankort; dankort kob; kob; kontanthavning; avtalegiro;
  efaktura; giro; minibank; korttiosto; kortin kaytto; tilisiirto; maksu; automaattinosto; makse; kaardimakse;
  kartes maksajums; kortele; mokejimas kortele; pervedimas; zakup; zakup karta; platnosc karta; platnosc; przelew;
  przelew wychodzacy; przelew przychodzacy; przelew internet; wyplata; wyplata z bankomatu; polecenie zaplaty;
  zlecenie stale; blik; oplata; platba; platba kartou; karetni transakce; odchozi platba; odchozi uhrada; trvaly
  prikaz; inkaso; vyber; vyber z bankomatu; bezhotovostni platba; platobna karta; prevod; uhrada; nakup kartou;
  vasarlas; vasarlas kartyaval; kartyas vasarlas; atutalas; atutalas banki; csoportos beszedes; keszpenzfelvetel;
  allando atutalas; kartyas fizetes; dij; plata; plata card; cumparare pos; cumparaturi; transfer; retragere
  numerar; plata pos; debit direct; alisveris; harcama; kartla odeme; odeme; havale; fast; para cekme; otomatik
  odeme; αγορα; αγορες; πληρωμη; μεταφορα; αναληψη; παγια εντολη; χρεωση; kupovina; placanje; placanje karticom;
  prijenos; prenos; isplata; nakup; placilo; dvig; trajni nalog; покупка; оплата; оплата товаров и услуг; перевод;
  снятие; списание; платеж; покупка по карте; переказ; зняття; カード; カード支払; 振込; 振替; 口座振替; 引落; 引き落とし; 支払; 支払い; 出金;
  入金; デビット; デビットカード; 送金; お引出し; 手数料; 消费; 消費; 转账; 轉帳; 转账支出; 扫码付款; 商户消费; 快捷支付; 网上支付; 支付; 取款; 跨行转账; 代扣; 刷卡; 체크카드;
  신용카드; 카드; 카드결제; 이체; 자동이체; 출금; 인출; 결제; 인터넷뱅킹; 모바일; 오픈뱅킹
`
        .split(/[;\n]/)
        .map((kind) => bareWords(kind)),
    ),
);

/** Whether a text consists of methods of payment and an act: `Debit card payment`. */
function isActInSomeWay(bare: string): boolean {
  const words = bare.split(/[ /-]/);
  return acts.has(words.pop() ?? "") && words.every((word) => ways.has(word));
}

const maxCharacters = 40;
const digit = /[1-9]/;

/** Whether a text is just a bank's term for a kind of booking. */
export function isKindOfBooking(text: string): boolean {
  if (text.length > maxCharacters || digit.test(text)) return false;
  const bare = bareWords(text);
  return kinds().has(bare) || isActInSomeWay(bare);
}
