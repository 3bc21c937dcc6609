/**
 * Names of columns, in the languages of known exports. This file holds only data; `name-roles.ts` compares
 * names, and other files check the cells. Names are compared folded (`foldName`): without case, accents,
 * punctuation and currencies; ae, oe and ue count as ä, ö and ü. A `*` stands for the rest of a word. A match
 * of a column's whole name counts more than one of a part.
 */
export const columnRoles = [
  "date",
  "valueDate",
  "amount",
  "otherAmount",
  "fee",
  "out",
  "in",
  "direction",
  "balance",
  "receiver",
  "sender",
  "party",
  "text",
  "name",
  "note",
  "type",
  "category",
  "tags",
  "status",
  "id",
  "currency",
  "account",
  "accountName",
  "other",
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** The names of days that mean the purchase itself, rather than its booking by the bank. */
export const purchaseDayNames = `
  transaction date; trans date; date of transaction; tran date; txn date; transaction time; purchase date; date of purchase
  transaktionsdatum; kaufdatum; einkaufsdatum; belegdatum; einkauf; kauftag; einkaufstag
  date transaction; date de transaction; date achat; date d achat; date de l achat
  fecha transaccion; fecha de transaccion; fecha compra; fecha de compra; fecha de la compra
  data transazione; data acquisto; data transacao; data da transacao; data compra; data da compra
  transactiedatum; datum transactie; aankoopdatum; verrichtingsdatum; transdag; transaktionsdag; transaktionsdato; transaksjonsdato; kopdatum; inkopsdatum; kobsdato; kjopsdato; ostopaiva; tapahtumapaiva
  data transakcji; data zakupu; datum transakce; datum nakupu; tranzakcio datuma; vasarlas datuma; data tranzactiei; data tranzactie; tehingu kuupaev; datum transakcije; islem tarihi; ημερομηνια συναλλαγης
  дата транзакции; дата покупки; дата операции; дата операції; дата покупки
  交易日期; 交易时间; 交易日; 消费日期; 利用日; ご利用日; ご利用年月日; 利用年月日; 이용일; 이용일자; 이용일시; 거래일; 거래일시; 거래일자`;

export const columnNames = {
  date: `
    date; transaction date; trans date; date of transaction; date of purchase; booking date; booked at; booked; posting date; posted date; processed date;
    post date; posted; date posted; date processed; process date; date time; datetime; timestamp; time stamp; completed date;
    started date; purchase date; entry date; settlement date; completion date; clearing date;
    trade date; date utc; tran date; txn date; transaction time; data e hora; when; day; date operation; operation date
    datum; buchungsdatum; buchungstag; buchung; belegdatum; transaktionsdatum; kaufdatum; umsatzdatum; einkaufsdatum; abschlussdatum
    date operation; date de l operation; date comptable; date de comptabilisation; date d operation; date op; dateop; date transaction; date de transaction; date achat
    fecha; fecha operacion; fecha de operacion; f operacion; fecha contable; f contable; fecha movimiento; fecha transaccion; fecha de la operacion; fecha de transaccion
    data; data operazione; data contabile; data registrazione; data movimento; data transazione; data di registrazione; data lancamento; data mov; data movimento; data do movimento; data operacao; data transacao; data de lancamento
    boekdatum; boekingsdatum; transactiedatum; datum transactie; uitvoeringsdatum; datum verrichting; datum boeking; verrichtingsdatum; datum van de verrichting
    dato; bokforingsdato; bokforingsdag; bokford; bogforingsdato; bogfort; transaktionsdato; transaksjonsdato; bokfort dato; bokforingsdatum; bokforingsdag; transaktionsdag; reskontradatum; kopdatum; inkopsdatum
    paiva; kirjauspaiva; paivamaara; tapahtumapaiva; maksupaiva; kirjauspaivamaara; ostopaiva; pvm; kuupaev; tehingu kuupaev; datums; operacijos data
    data operacji; data transakcji; data ksiegowania; data zaksiegowania; data ksieg; #data operacji; #data ksiegowania
    datum provedeni; datum zauctovani; datum transakce; datum splatnosti; datum; datum pohybu; datum odeslani; datum uctovani; datum realizacie
    konyveles datuma; tranzakcio datuma; datum; konyvelesi nap; konyveles; tranzakcio idopontja; data tranzactiei; data inregistrarii; data operatiunii; data tranzactie; data procesarii
    tarih; islem tarihi; ημερομηνια; ημερομηνια συναλλαγης; ημ νια; ημνια συναλλαγης; ημ νια συναλλαγης; datum transakcije; datum izvrsenja; datum knjizenja
    дата; дата операции; дата проводки; дата транзакции; дата платежа; дата обработки; дата и время операции; дата і час операції; дата операціі; дата операції; дата транзакції; дата і час; дата та час; дата и время; дата проведения; вальор
    交易日期; 交易时间; 记账日期; 记账日; 交易日; 交易日期时间; 日期; 时间; 入账日期; 消费日期; 付款时间; 交易創建時間; 交易创建时间; 交易日; 入帳日; 取引日; 日付; 利用日; 年月日; お取引日; ご利用日; ご利用年月日; 利用年月日; お取り扱い日; 取扱日; 計上日; 計算日; 操作日; 勘定日
    거래일시; 거래일자; 거래일; 이용일; 이용일자; 이용일시; 승인일시; 승인일자; 날짜; tanggal; ngay giao dich; תאריך; תאריך עסקה; תאריך הפעולה
    ${purchaseDayNames}`,
  valueDate: `
    value date; value dat; value dt; valuedate; val date; date value; effective date; interest date; due date; hold until; authorization date; authorisation date
    valuta; valutadatum; wertstellung; wertstellungstag; valuta date; wert; valutatag; wertstellungsdatum; wertstellung valuta; abgerechnet; verbucht; faellig
    date valeur; date de valeur; dateval; fecha valor; f valor; fecha de valor; data valuta; data valor; data de valor; rentedatum; valuta datum; datum verrekening
    rentedato; valuteringsdato; valuteringsdag; rantedag; rentedag; valutadag; valutadato; arvopaiva; data waluty; data valuty; data rozliczenia; datum valuty; datum valute; erteknap; ertek datum; data valutei; valor tarihi; ημερομηνια αξιας; ημ νια αξιας; valeur; valor; дата валютирования; 起息日; 起息日期; お支払日; 支払日; お支払い日; 支払月; 입금예정일; 결제일; 매입일자; created; created at; created on; finished on; updated at; settled at; תאריך ערך`,
  amount: `
    amount; transaction amount; amount total; total amount; trans amount; amt; billing amount; amount billed; gross; total; cost; price; value; sum; payment amount; charge amount; billed amount; amount with fee; amount account currency; credit debit amount; debit credit amount; debit or credit; inflow/outflow; amount local; booked amount; account amount; converted amount; money; spent received; source amount after fees
    betrag; umsatz; betrag soll haben; buchungsbetrag; belastung gutschrift; gutschrift belastung; soll haben betrag; summe; wert in; rechnungsbetrag; gesamtbetrag; preis; kosten; betrag kontowahrung; betrag in kontowahrung
    montant; montant operation; montant de l operation; somme; importe; importe operacion; importe de la operacion; cantidad; monto; importo; ammontare; importe euros; montante; valor; quantia; valor lancamento; importancia; valor transacao; entrata uscita
    bedrag; bedrag bij af; transactiebedrag; bedrag af bij; belopp; belob; belop; maara; summa; maara euroa; kwota; kwota operacji; kwota transakcji; kwota w walucie rachunku; kwota w walucie konta; castka; objem; zauctovana castka; castka v mene uctu; suma; ciastka; suma transakcie; osszeg; konyvelt osszeg; terhelt osszeg; tranzakcio osszege; suma tranzactiei; valoare; tutar; islem tutari; tutari; ποσο; ποσο συναλλαγης; iznos; znesek; vrednost
    сумма; сумма операции; сумма платежа; сумма транзакции; сумма в валюте счета; сумма в валюте счёта; сума; сума операції; сума в валюті картки; сума у валюті рахунку; сума в валюті рахунку
    金额; 交易金额; 金额元; 入账金额; 人民币金额; 金額; 交易金額; 利用金額; ご利用金額; 支払金額; お支払金額; 支払総額; 支払い金額; ご利用額; 利用代金; 거래금액; 이용금액; 승인금액; 금액; 국내이용금액; jumlah; so tien; nominal; brutto; gross; סכום; סכום חיוב; סכום עסקה; charged; charge; billed; actual amount; amount incl vat; amount charged`,
  otherAmount: `
    original amount; orig amount; foreign amount; amount foreign; foreign spend amount; local amount; transfer amount; compensation amount; exchange rate; exchange amount; target amount; target amount after fees; amount in foreign currency; original value; fx rate; rate; tax; vat; gst; tip; points; rewards; cashback; limit; quantity; miles; installment; cashback amount; rate price; montant francs; francs; amount tip; amount tax; tax rate; tax amount; price per unit; gross amount; vat amount; subtotal; payment amount local; net salary; share; discount; shipping*; handling*; insurance*; sales tax
    lastschrift ursprungsbetrag; auslagenersatz rucklastschrift; ursprungsbetrag; originalbetrag; betrag in fremdwahrung; fremdwahrungsbetrag; betrag original; betrag ursprungswahrung; wechselkurs; umrechnungskurs; kurs; devisenkurs; steuer; einzelbetrag
    montant origine; montant devise; taux de change; importe original; importe divisa; tipo de cambio; importo originale; importo in divisa; cambio; valor original; koers; wisselkoers; oorspronkelijk bedrag; ursprungligt belopp; utlandskt belopp; originalt belop; oprindeligt belob; vekslekurs; valutakurs; valuttakurs; kurssi; kwota oryginalna; kwota w walucie transakcji; kwota waluty; kurs waluty; puvodni castka; puvodni castka a mena; kurz; eredeti osszeg; arfolyam; suma originala; curs; kur
    курс; кэшбэк; бонусы*; сумма операции в валюте; сума у валюті операції; сума в валюті транзакції; mcc; 汇率; 外币金额; レート; 換算レート; 外貨金額; 利用金額外貨; 적립; 환율; 해외이용금액; 할부개월; 手数料率; 支払回数; 今回回数; netto; net; net amount; miles amount; amount in miles; betrag in meilen; meilen; punkte; amount of points; points amount; amount due; order total; budgeted amount; amount excl vat; amount net; net; gift card; credit limit; limit; available; miles; units`,
  fee: `
    fee; fees; amount fee; fee amount; total fees; transaction fee; charges; commission; source fee amount; target fee amount; transaction fees
    gebuhr; gebuhren; entgelt; spesen; frais; commission; comision; comisiones; commissioni; commissione; comissao; kosten op verrichting; kosten verrichting; avgift; gebyr; kulut; oplata; prowizja; poplatek; poplatky; dij; jutalek; comision; masraf; komisyon; комиссия; комісія; 手续费; 手續費; 手数料; 수수료; 服务费`,
  out: `
    debit; debits; debit amount; amount debit; withdrawal; withdrawals; withdrawal amount; withdrawal amt; withdrawals dr; paid out; money out; outflow; spent; debited amount; amount out; paid; payments out; expense amount; dr; dr amount; debit amt; payment debit; expenditure; outgoing; money paid out; debit transaction; withdrawn; deductions; out
    soll; belastung; lastschrift; ausgang; ausgabe; ausgaben; auszahlung; belastungen; lastschrift in; abbuchung; belastungsbetrag; zahlungsausgang
    debit euros; montant debit; montant debite; debit; sortie; depense; debito; retrait; retraits; cargo; cargos; adeudo; retiro; retiros; gasto; uscite; uscita; addebiti; addebito; dare; importo dare; saida; saidas; debitos; despesa; importe cargo; debe
    debet; af; uit; afschrijving; uitgaven; ut; uttag; ut fra konto; utbetalt; utbetaling; betalt ut; ut av konto; utgift; belop ut; belopp ut; ud; haevet; panot; otto; otot; deebet; debetas
    obciazenia; obciazenie; wydatki; wydatek; kwota obciazenia; rozchod; wyplata; debit castka; vydaj; vydaje; vyber; na vrub; terheles; kiadas; terheles osszege; debit suma; suma debit; plati; isplata; duguje; odliv; zaduzenje; zaduzenja; breme; v breme; borc; cikan; χρεωση; χρεωσεις; rashod
    расход; списание; списания; дебет; дебит; расходы; расход по счету; витрата; витрати; видаток; видатки; сумма списания; сумма расхода
    支出; 借方; 支出金额; 借方金额; 借方发生额; 交易金额 支出; 记账金额 支出; 支出金額; 提款; 出金; 出金額; お引出し; お引き出し; 引出額; 支払; お支払金額; 出金金額; 引出金額; 支払金額; お支払; 支払い金額; 引落金額; 출금; 출금액; 출금금액; 찾으신금액; 지출; 내보낸금액; בחובה; חובה; חיוב; so tien ghi no; ghi no; pengeluaran; debet`,
  in: `
    credit; credits; credit amount; amount credit; deposit; deposits; deposit amount; deposit amt; deposits cr; paid in; money in; inflow; received; credited amount; amount in; payments in; income amount; cr; cr amount; credit amt; incoming; money paid in; income; lodgements; lodgement; in; additions
    haben; gutschrift; eingang; einnahme; einnahmen; einzahlung; gutschriften; gutschrift in; zahlungseingang; gutschriftsbetrag
    credit euros; montant credit; montant credite; credit; entree; recette; credito; depot; depots; abono; abonos; ingreso; ingresos; deposito; depositos; entrate; entrata; accrediti; accredito; avere; importo avere; creditos; receita; importe abono; haber; entradas
    bij; bijschrijving; inkomsten; inn; insattning; inn pa konto; innbetalt; innbetaling; betalt inn; inntekt; belop inn; belopp in; ind; indsat; kreditas; kredit; kreedit
    uznania; uznanie; wplywy; wplyw; kwota uznania; przychod; wplata; credit castka; prijem; prijmy; vklad; ve prospech; jovairas; bevetel; jovairas osszege; credit suma; suma credit; incasari; uplata; potrazuje; priliv; odobrenje; odobrenja; dobro; v dobro; alacak; giren; πιστωση; πιστωσεις; prihod
    приход; зачисление; зачисления; кредит; доход; доходы; поступление; поступления; надходження; сумма зачисления; сумма прихода; дохід; зарахування
    收入; 贷方; 收入金额; 贷方金额; 贷方发生额; 交易金额 收入; 记账金额 收入; 存入; 存入金额; 收入金額; 存款; 入金; 入金額; お預入れ; お預け入れ; 預入額; お預り金額; 入金金額; 預入金額; お預り; 預り金額; 預かり金額; お預かり金額; 입금; 입금액; 입금금액; 맡기신금액; 수입; 받은금액; בזכות; זכות; זיכוי; so tien ghi co; ghi co; pemasukan`,
  direction: `
    creditdebet; debetcredit; credit debet; debitcredit; creditdebit; debit credit code; cd;
    debit credit; credit debit; credit or debit; debit or credit; dr cr; cr dr; d c; c d; debit/credit indicator; credit debit indicator; cdtdbtind; type; transaction type; direction; sign; balance impact; income expense; in out; details; flow; expense income; trans type; entry type; inflow outflow
    soll haben; soll haben kennzeichen; s h; sh kennzeichen; kennzeichen; vorzeichen; umsatztyp; einnahme ausgabe; sens; signe; sentido; signo; segno; dare avere; natureza; tipo; d c; sinal
    af bij; bij af; debet credit; debet kredit; dc; afbij; debets kredits; deebet kreedit; debetas kreditas; d k; plus min; tegn; +/-; kierunek; typ operacji; strana; typ; tip tranzactie; yon; borc alacak; b a
    приход расход; тип операции; тип операції; направление; 收/支; 收支; 收支类型; 借贷标志; 借贷; 借贷方向; 资金流向; 收支標誌; 収支; 入出金; 入出金区分; 取引種別; 입출금구분; 거래구분; 구분; προσημο; προσημο ποσου; 種別; 収支区分`,
  balance: `
    balance; running balance; running bal; runningbalance; account balance; ledger balance; closing balance; available balance; balance after; balance before; opening balance; balance after transaction; end balance; bal; new balance; start balance; daily balance; total balance; amount after
    saldo; kontostand; neuer saldo; saldo nach buchung; endsaldo; saldo danach; saldo neu; kontostand nach buchung; solde; solde apres operation; accountbalance; saldo contable; saldo disponible; saldo disponibile; saldo contabile; saldo contabilistico; saldo apos; saldo na transactie; saldo na mutatie; saldo voor mutatie; beginsaldo; eindsaldo; nieuw saldo; saldo efter; bokfort saldo; bogfort saldo; saldo etter; jaak; jagg; likutis; atlikums
    saldo po operacji; saldo po transakcji; saldo rachunku; zustatek; zustatek po transakci; ucetni zustatek; zostatok; egyenleg; konyvelt egyenleg; sold; sold final; sold contabil; bakiye; kalan bakiye; υπολοιπο; προοδευτικο υπολοιπο; stanje; stanje na racunu; stanje po transakciji
    остаток; баланс; остаток после операции; залишок; залишок після операції; баланс після операції; 余额; 账户余额; 餘額; 結餘; 残高; 差引残高; お取引後残高; 取引後残高; 잔액; 거래후잔액; 거래 후 잔액; so du; guthaben; יתרה; היתרה; יתרה בש ח; היתרה בש ח; יתרה משוערכת; amount available; available amount; available; remaining`,
  receiver: `
    payee; payee name; beneficiary; beneficiary name; recipient; recipient name; to; merchant; merchant name; paid to; to name; creditor; creditor name; target name; vendor; store; store name; shop; supplier found; supplierfound; merchant description; payee account name
    empfanger; zahlungsempfanger; zahlungsempfanger in; empfangername; name zahlungsempfanger; begunstigter; begunstigte; handler; haendler; empfanger name; zahlungsempfanger*in
    beneficiaire; destinataire; commercant; marchand; beneficiario; destinatario; comercio; establecimiento; esercente; estabelecimento; comerciante
    begunstigde; ontvanger; naam ontvanger; handelaar; winkel; mottagare; mottaker; modtager; saaja; saajan nimi; odbiorca; nazwa odbiorcy; prijemce; obchodnik; obchod; kedvezmenyezett; kedvezmenyezett neve; keresk*; beneficiar; alici; δικαιουχος; primatelj; primalac; prejemnik; saaja nimi
    получатель; наименование получателя; отримувач; 收款方; 收款人; 商户名称; 商家; 商户; 特约商户; 利用店名; 利用店名 商品名; ご利用店名; ご利用先など; 利用先; 加盟店名; ご利用店; ご利用先; ご利用店名及び商品名; 가맹점명; 이용가맹점; 이용하신곳; 가맹점; 사용처; 이용처; maksunsaaja; 交易场所; 交易地点; שם בית עסק; שם בית העסק`,
  sender: `
    payer; payer name; sender; sender name; from; from name; ordering party; debtor; debtor name; source name; originator; remitter
    auftraggeber; zahlungspflichtiger; zahlungspflichtige; zahlungspflichtige r; zahlungspflichtiger r; auftraggebername; zahlungspflichtige*r
    donneur d ordre; emetteur; ordenante; ordinante; ordenante nombre; opdrachtgever; avsandare; avsender; afsender; maksaja; nadawca; nazwa nadawcy; odesilatel; megbizo; ordonator; gonderen; naziv platitelja; platitelj
    отправитель; плательщик; платник; 付款方; 付款人; 의뢰인; 보낸분; 振込依頼人`,
  party: `
    counterparty; counterparty name; counter party; name of counterparty; partner name; payee payer; other party; other party name; contra account name; opposing account name; destination name; opposing name; name counterparty; customer name; counter account name; payer payee; sender receiver; sender recipient; sender or recipient; payee sender; recipient sender; sender or beneficiary; contact; merchant counterparty
    beguenstigter zahlungspflichtiger; auftraggeber empfanger; empfanger auftraggeber; auftraggeber begunstigter; begunstigter auftraggeber; name zahlungsbeteiligter; gegenpartei; gegenkonto name; partnername; beguenstigter auftraggeber; auftraggeber zahlungsempfanger; zahlungsbeteiligter; zahlungsempfanger zahlungspflichtiger; empfanger zahlungspflichtiger; partner; gegenseite; name des partners; zahlungsempfanger auftraggeber; zahlungsempfanger auftraggeber*
    tiers; contrepartie; nom de la contrepartie; nom contrepartie; nom du tiers; contraparte; beneficiario ordenante; ordenante beneficiario; controparte; nome contraparte; emisor beneficiario
    naam tegenpartij; tegenpartij; naam tegenrekening; tegenpartij naam; naam tegenpartij bevat; naam van de tegenpartij; motpart; modpart; saaja maksaja; maksaja saaja; saaja/maksaja; vastapuoli; kontrahent; nadawca odbiorca; dane kontrahenta; nazwa kontrahenta; nazev protiuctu; nazev protistrany; protistrana; nazov protistrany; nazov protiuctu; ellenoldali nev; partner neve; ellenoldal neve; partner nev; nume beneficiar ordonator; nume partener; gonderen alici; saaja maksja nimi; maksja saaja; mokejtojas gavejas; sanemejs maksatajs; naziv primatelja platitelja; kontrapartija
    контрагент; наименование контрагента; назва контрагента; 交易对方; 对方户名; 对方名称; 对方账户名称; 對方戶名; 相手先; 取引先; 거래처; 보낸분 받는분; 받는분 보낸분; 거래상대방; 상대방; 의뢰인 수취인; 상대계좌예금주명`,
  text: `
    description; memo; transaction description; details; transaction details; narration; narrative; particulars; booking text; text; reference; remarks; statement; memo description; merchant details; transaction; title; item; what; item description; subject; payment reference; payment purpose; purpose; transaction information; note payee; concept; full description; desc; label
    buchungstext; verwendungszweck; beschreibung; text; umsatztext; buchungsdetails; buchungsinformation; zahlungsgrund; bezeichnung; betreff; zweck; vwz; mitteilung; avisierungstext; beschreibung 1; transaktionsbeschreibung; verwendungszweck/*; umsatzbeschreibung; beschreibung1; buchungs details
    libelle; libelle operation; libelle de l operation; label; designation; nature de l operation; detail; details; libelle simplifie; intitule; communication; communications; motif
    concepto; descripcion; concepto movimiento; detalle; movimiento; mas datos; descrizione; causale; descrizione operazione; descrizione estesa; causale descrizione; dettagli; operazione; descricao; historico; descricao movimento; descritivo; lancamento; titulo
    omschrijving; mededeling; mededelingen; naam / omschrijving; naam omschrijving; naam mededelingen; omschrijvingen; beskrivning; text; specifikation; rubrik; beskrivelse; tekst; forklaring; melding; selite; selitys; viesti; kuvaus; tiedot; tapahtuma; transaktion; meddelelse; saaja selite; selgitus; paskirtis; mokejimo paskirtis; informacija sanemejam; maksajuma merkis; referens; transaktionstext
    opis; opis operacji; tytul; opis transakcji; tytulem; szczegoly operacji; dane operacji; opis tytul; tytul operacji; szczegoly transakcji; zprava; popis; poznamka; zprava pro prijemce; popis transakce; sprava pre prijemcu; informacia pre prijemcu; popis transakcie; detaily; leiras; kozlemeny; megjegyzes; konyvelesi leiras; tranzakcio leirasa; descriere; detalii; detalii tranzactie; detaliile tranzactiei; explicatii; aciklama; islem aciklamasi; islem; περιγραφη; αιτιολογια; περιγραφη συναλλαγης; opis placanja; svrha; svrha placanja; svrha uplate; namen; opis prometa; opis transakcije
    описание; описание операции; назначение; назначение платежа; назначение операции; детали; детали операции; опис; опис операції; призначення; призначення платежу; деталі операції; наименование; основание
    摘要; 交易说明; 商品; 商品说明; 交易摘要; 交易描述; 说明; 備註; 摘要說明; お取り扱い内容; 摘要; 取引内容; 内容; ご利用内容; 利用内容; 利用明細; お取引内容; 摘要内容; 적요; 거래내용; 내용; 이용내역; 기재내용; keterangan; noi dung; transactie; otsikko; rubrik; תיאור; פרטים; הפעולה`,
  name: `name; naam; nom; nombre; nome; nazwa; nazev; navn; namn; nimi; имя; 名称; 对方`,
  note: `
    note; notes; comment; comments; message; additional description; additional information; additional info; payment details; payment message; reason; remittance information; unstructured remittance; bank reference text; original description; extended details; details of payment; payment note; reference text; transaction ref1; transaction ref2; transaction ref3; receiver message; item title; personal note; foreign details
    vwz*; notiz; notizen; kommentar; bemerkung; zusatzinformation; anmerkung; hinweis; buchungstext 2; zahlungsreferenz; zahlungszweck; einzelheiten; beschreibung2; beschreibung3; beschreibung 2; beschreibung 3; kundenreferenz text
    commentaire; remarque; note; reference libre; libelle complementaire; informations complementaires; informacions complementaires; information complementaire; observaciones; comentario; notas; commento; observacoes; nota; opmerking; notitie; vrije mededeling; gestructureerde mededeling; toelichting; anteckning; notat; meddelande; eget meddelande; viite viesti; komentarz; notatka; poznamka pro me; komentar; zprava pro me; megjegyzes; comentariu; nota; not; σημειωσεις; комментарий; коментар; примечание; примітка; 备注; 备 注; 附言; 備考; メモ; 메모; 비고`,
  type: `
    transaction code; payment type; kind; action; method; payment method; tran type; transaction type description; transaction category code; type of transaction; activity type; product; transaction kind
    umsatzart; vorgang; buchungsart; art; transaktionstyp; buchungsschlussel; posting text; posting key; primanota; buchungscode; zahlungsart
    type d operation; nature; type operation; mode de paiement; tipo movimiento; tipo operacion; tipo de movimiento; tipologia; tipo operazione; categoria operazione; tipo transacao; mutatiesoort; mutatie soort; soort; transactietype; soort verrichting; transaktionstyp; verifikationsnummer; laji; transaktionstype; tehingu tuup; rodzaj operacji; rodzaj transakcji; typ operacji; typ transakcji; typ transakce; typ pohybu; typ platby; tranzakcio tipusa; tipus; forgalom tipusa; tip operatie; islem tipi; islem turu; vrsta transakcije; тип; вид операции; вид операції; 交易类型; 交易方式; 收/付款方式; 支付方式; 取引区分; 取引種類; 支払方法; お支払方法; 支払区分; 利用区分; 거래종류; 이용구분; 결제방법; 거래방법; 交易國家或地區簡稱`,
  category: `
    category; categories; main category; subcategory; sub category; category group; category name; parent category; category parent; categoryparent; spending category; transaction category; expense category; budget category; group; master category; bucket; envelope; category group/category; merchant category
    kategorie; kategorien; unterkategorie; hauptkategorie; oberkategorie; categorie; sous categorie; categorie operation; categorie parent; categoria; subcategoria; categoria gasto; rubriek; categorie; kategori; luokka; kategoria; podkategorie; kategorie transakce; kategorija; kategoria tranzakcii; categoria; kategorie transakci; κατηγορια; категория; категорія; 分类; 类别; 交易分类; 類別; 分類; カテゴリ; カテゴリー; 大項目; 中項目; 카테고리; 분류; 업종`,
  tags: `tag; tags; labels; label tags; etiketten; schlagworte; etiquettes; etiquetas; teghe; 标签; тег; теги`,
  status: `
    status; state; transaction status; cleared; booking status; payment status; posted pending; reconciled status; pending
    buchungsstatus; zahlungsstatus; info; etat; statut; estado; situacion; stato; situacao; staat; tilstand; tila; stav; status transakcji; stan operacji; allapot; stare; durum; κατασταση; статус; состояние; стан; 状态; 交易状态; 当前状态; 狀態; 状態; 상태; 처리상태; 승인구분; 매입상태; 취소여부`,
  id: `
    transaction id; transaction reference; transaction number; transaction ref; transactionid; fitid; unique id; reference id; txn id; tx id; external id; id; transferwise id; transaction code id; bank reference; zkb reference; reference no; reference number; ref no; uuid; transaction identifier; entry reference; journal id; receipt no; transaction unique identifier; trans id; order id; internal reference; statement reference; acctsvcrref; ref number; ref; reference code
    transaktionsnummer; transaktions id; umsatz id; referenznummer; referenz nr; umsatz nr; buchungsreferenz; transaktionsreferenz; transaktions nr; referenz; referenzcode
    reference operation; reference de l operation; numero operation; numero d operation; id transaction; identificador; num operacion; id operazione; numero de operacao; identificador; referencia; num referencia; transactiereferentie; volgnr; volgnummer; transactie referentie; transaktionsid; arkistointitunnus; arkivreferanse; arkiveringskod; arkiverings id; archive id; arhiveerimistunnus; nr transakcji; identyfikator; numer referencyjny; id transakce; id transakcie; id operace; id pokynu; id pohybu; cislo transakce; tranzakcio azonosito; tranzakcioazonosito; tranzakcio szama; referinta; islem no; fis no; dekont no; αριθμος συναλλαγης; referencni broj; broj transakcije; идентификатор; референс проводки; номер документа операции; id операции; id операції; 交易单号; 交易订单号; 流水号; 交易流水号; 交易号; 商户单号; 商家订单号; 取引番号; 거래번호; 승인번호; אסמכתא; אסמכתה`,
  currency: `
    currency; currency code; ccy; curr; account currency; transaction currency; amount currency; billing currency; booking currency; source currency; wahrung; kontowahrung; devise; monnaie; divisa; moneda; valuta; moeda; munt; muntsoort; valuutta; waluta; mena; mena uctu; deviza; devizanem; moneda; doviz; doviz cinsi; para birimi; νομισμα; валюта; валюта счета; валюта операции; валюта рахунку; 币种; 交易币种; 记账币种; 貨幣; 幣別; 通貨; 통화; valuut; valiuta; מטבע; מטבע עסקה; מטבע חיוב; מטבע מקור`,
  account: `
    account; account number; account no; account iban; iban; own account; account id; bank account; card; card no; card number; card used; card used transaction; first bank card; account #; source account; source account number; wallet; my account; account card; card account; card member; cardholder; purchased by; last 4 digits; account name number; account/card
    konto; kontonummer; auftragskonto; iban auftragskonto; konto nr; kontonr; kontobezeichnung; karte; kartennummer; konto iban; iban kontoinhaber; eigenes konto; depotkonto; karten nr; girokonto
    compte; numero de compte; accountnum; numero compte; cuenta; tarjeta; numero de cuenta; numero tarjeta; conto; numero conto; carta; conta; cartao; rekening; rekeningnummer; eigen rekening; iban bban; kaart; kreditkort; kredietkaart; konto; kontonummer; kort; tili; tilinumero; rachunek; numer rachunku; nr rachunku; karta; ucet; cislo uctu; szamlaszam; szamla; bankszamlaszam; kartyaszam; cont; hesap; hesap no; kart no; λογαριασμος; racun; broj racuna; счет; номер счета; номер карты; рахунок; картка; карта; номер картки; 账号; 卡号; 账户; 帳號; 口座; 口座番号; カード; 利用カード; 利用者; 본인카드; 이용카드; 카드번호; 계좌번호; 카드구분`,
  accountName: `
    account name; account holder; account owner; cardholder name; card holder; account type; tili nimi; accountlabel; account label; kontoinhaber; kontoname; titulaire; titular; intestatario; rubrieknaam; kaarthouder; rekeninghouder; nazev uctu; nazov uctu; vlastnik; wlasciciel; nazwa rachunku; szamlatulajdonos; hesap adi; karteninhaber; тип счета; владелец; 户名; 이용자; 本人; 会員名; ご利用者`,
  other: `
    time; transaction time; time zone; timezone; time of day; check number; check no; cheque number; cheque no; check; check or slip #; chq ref no; chq no; ref no cheque no; chq ref number; cheque ref; bank; branch; address; city; country; zip; postcode; state province; city state; postal code; iban; bic; swift; partner iban; counterparty iban; to account; from account; to card; sort code; mandate; creditor id; mcc; flag; source; target; store code; funding source; destination; s no; sr no; no; nr; row; line; sno; sl no; index; receipt; url; emoji; latitude; longitude; phone; email; from email address; to email address; terminal; purchase country; serial; serial number; splits; spent by; approved by
    uhrzeit; zeit; umsatzzeit; blz; bankleitzahl; iban zahlungsbeteiligter; kontonummer iban; auftraggeber iban; empfanger iban; glaubiger id; glaeubiger id; mandatsreferenz; kundenreferenz; kundenreferenz end to end; sammlerreferenz; auszugsnummer; zahlungsreferenz; kunden ref; mandats*; land; ort; belegnummer; mandatsref; blz bic; kontonummer blz; konto empfanger; gegenkonto; gegen iban; kontonummer empfanger; kartenzahlung
    heure; numero de cheque; pays; ville; agence; hora; oficina; sucursal; ora; filiale; tijd; tegenrekening; rekening tegenpartij; rekeningnummer tegenpartij; bic tegenpartij; adres tegenpartij; afschriftnummer; tegenrekening iban bban; transactienummer; locatie; land; uitgavenstaat; volgnummer; batch id; klockslag; tid; motkonto; modkonto; bunt; radnr; radnummer; rad; kontonummer til; kontonummer fra; viite; viitenumero; viitenro; pankki; saajan tilinumero; saajan tilinumero ja pankin bic; numer konta; rachunek kontrahenta; nr rachunku kontrahenta; numer konta kontrahenta; cislo protiuctu; protiucet; kod banky; vs; ks; ss; bic; bic swift; banka; variabilny symbol; konstantny symbol; specificky symbol; ellenszamla; ellenoldali szamla; partner szamlaszam; partner bankszamlaszama; iban partener; saat; sube; ωρα; καταστημα; vreme; poziv na broj; model
    время; бик; инн; кпп; банк; банк контрагента; счет контрагента; час; едрпоу; іпн; єдрпоу; 时间; 对方账号; 对方账户; 对方卡号; 交易国家或地区简称; 开户行; 交易网点; 柜员; 对方账号; 对方行名; 相手先口座; 시간; 취급점; 거래점; 은행; 번호; 順番; 時刻; 支店; 新規サイン; メンバー; ラベル`,
} as const satisfies Record<ColumnRole, string>;
