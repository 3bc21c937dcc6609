/** Words in cells that give the kind of row. This file holds only data; cells are compared by `bareWords`. */
import { bareWords } from "../../cells/plain-text.ts";

const words = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[;\n]/)
      .map((word) => bareWords(word))
      .filter((word) => word !== ""),
  );

/** Words for money out, in a column of directions. */
export const outWords = words(`
  debit; debits; exp; exp.; spending; purchase; purchases; sale; charge; cash advance; atm withdrawal; card payment; dr; db; dbit; d; out; expense; expenses; withdrawal; withdraw; outgoing; money out; spent; sent; outflow; paid out; debited; payment out; outcome; spend money; card purchase; direct debit; standing order; bill payment; cash withdrawal; atm; fee; fees; service charge; interest charge; transfer out
  auszahlung; abhebung; abbuchung; einkauf; kauf; zahlungsausgang; soll; s; ausgang; ausgabe; ausgaben; belastung; lastschrift; abgang; depense; depenses; debito; debiti; cargo; gasto; gastos; egreso; uscita; uscite; addebito; dare; saida; despesa; despesas
  osto; ostos; nosto; palvelumaksu; kulu; plata; plati; retragere; cumparare; ชำระเงิน; จ่ายเงิน; โอนเงินออก; โอนออก; ถอนเงิน; thanh toan; rut tien; chuyen tien; pembayaran; belanja; bayar; tarik tunai
  af; uit; uitgave; uitgaven; debet; afschrijving; ut; utgift; utgifter; utgaende; uttag; ud; udgift; udgifter; meno; menot; pano
  obciazenie; wydatek; wydatki; rozchod; uznanie przychodzace; vydaj; vydaje; odchozi; odchozi platba; na vrub; terheles; kiadas; t; cheltuiala; debitare; borc; gider; b; χρεωση; χ; rashod; trosak; isplata; odliv
  расход; расходы; списание; дебет; витрата; витрати; видаток; дт
  支出; 支; 借; 借方; 出; 付款; 转出; 出金; 支払; 支払い; 引出; 출금; 지출; 출; pengeluaran; chi`);

/** Words for money in, in a column of directions. */
export const inWords = words(`
  credit; credits; kredit; kreditas; k; inc; inc.; return; refunds; reversal; receipt; payroll; cr; crdt; c; in; income; incomes; deposit; incoming; money in; received; inflow; paid in; credited; payment in; refund; earning; earnings; receive money; received money; salary; wages; direct credit; transfer in; cashback; top up; topup; top-up; interest earned
  einzahlung; erstattung; ruckerstattung; zahlungseingang; haben; h; eingang; einnahme; einnahmen; gutschrift; zugang; recette; revenu; revenus; credito; crediti; abono; ingreso; ingresos; entrata; entrate; accredito; avere; receita; receitas; rendimento
  suoritus; hyvitys; palautus; alimentare; rambursare; incasare; เติมเงิน; คืนเงิน; เงินคืน; รับเงิน; โอนเงินเข้า; nap tien; hoan tien; nhan tien; isi saldo; pengembalian
  bij; inkomst; inkomsten; bijschrijving; inn; inntekt; inkomst; inkomster; insattning; ind; indtaegt; indtaegter; tulo; tulot
  uznanie; wplyw; wplywy; przychod; przychody; prijem; prijmy; prichozi; prichozi platba; ve prospech; jovairas; bevetel; j; venit; venituri; creditare; alacak; gelir; a; πιστωση; π; prihod; uplata; priliv
  приход; доход; доходы; зачисление; поступление; кредит; дохід; надходження; зарахування; кт
  收入; 收; 贷; 贷方; 入; 收款; 转入; 入金; 預入; 입금; 수입; 입; pemasukan; thu`);

/**
 * Whether a word is so short that it is a direction only if the column's name says so, or if both directions
 * occur.
 */
export const isWeakDirection = (word: string): boolean =>
  /^(?:[a-zπχ]|in|out|af|bij|ut|inn|ind|ud)$/.test(word);

/** Words that are money in on a card's list, but money out in a list of payments and receipts. */
export const paymentWords = words(
  "payment; payments; zahlung; paiement; pago; pagamento; betaling; betalning",
);

/** Words for rows that move no money in or out. */
export const neutralWords = words(
  "/; -; neutral; transfer; internal; 不计收支; 中性交易; 其他; memo",
);

/** Words for rows that aren't booked yet. */
export const pendingWords = words(`
  pending; authorised; authorized; authorization; hold; on hold; processing; upcoming; planned; expected; forecast; draft; unsettled; not booked; in review; unposted; not posted; in progress; scheduled; awaiting; reserved; pending transaction; temporary
  vorgemerkt; umsatz vorgemerkt; ausstehend; offen; in bearbeitung; nicht gebucht; reserviert; geplant; schwebend; vormerkung; vorgemerkter umsatz
  en attente; en cours; a venir; a debiter; non comptabilise; pendiente; pendiente de liquidar; retenido; retenida; en proceso; in attesa; autorizzato; non contabilizzato; in sospeso; da contabilizzare; in elaborazione; pendente; por liquidar; em processamento; em aberto
  in behandeling; openstaand; gereserveerd; in verwerking; vantande; reserverad; reserverat; ej bokford; preliminar; reserveret; afventer; venter; ventende; reservert; ikke bokfort; odottaa; kateisvaraus; varaus; katevaraus
  oczekujaca; oczekujace; oczekuje; w trakcie; w realizacji; w toku; nierozliczona; nierozliczone; blokada; zablokowana; autoryzacja; nezauctovano; blokace; cekajici; nezauctovana; rezervace; fuggoben; zarolt; zarolas; in asteptare; neprocesata; in curs; beklemede; provizyon; bekliyor; σε εκκρεμοτητα; εκκρεμει; δεσμευση; na cekanju; v cakanju; caka; v obdelavi; u obradi; rezervacija; rezervirano; laukiama; rezervuota; gaida; rezervets; ootel; broneeritud
  в обработке; ожидает; не проведена; не проведено; не исполнено; не обработано; холд; авторизация; в ожидании; в очікуванні; очікує; заблоковано; hold
  处理中; 待处理; 待支付; 等待付款; 未入账; 未入賬; 処理中; 未確定; 速報; 승인대기; 미매입; 처리중`);

/** Marks at the start or end of a text for a row that isn't booked yet. */
export const pendingMarks = words(`
  pending; pending transaction; pending purchase; pending payment; pending charge; pending debit; pending credit; pending authorization; pending authorisation; pending card transaction; on hold; not yet booked; not yet posted; not posted; authorization hold; authorisation hold; temporary hold; card hold
  vorgemerkt; vormerkung; vorgemerkter umsatz; umsatz vorgemerkt; vorgemerkte buchung; ausstehend; noch nicht gebucht; nicht gebucht; noch nicht verbucht
  en attente; operation en attente; paiement en attente; en cours de traitement; a debiter; non comptabilise; pendiente; pendiente de liquidar; pendiente de confirmar; pendiente de cargo; pendiente de contabilizar; pago pendiente; cargo pendiente; en proceso; pendente; por liquidar; em processamento; compra pendente; in attesa; in attesa di addebito; in attesa di contabilizzazione; in sospeso; non contabilizzato; da contabilizzare; in corso di contabilizzazione
  in behandeling; gereserveerd; nog niet geboekt; nog niet verwerkt; reserverat; reserverad; reserverat belopp; reserverad transaktion; ej bokford; ej bokfort; ej bokforda; ej annu bokford; preliminar; preliminart; reserveret; reserveret belob; ikke bogfort; reservert; reservert transaksjon; reservert belop; ikke bokfort; katevaraus; ei viela kirjattu
  oczekujaca; oczekujace; blokada; blokada srodkow; blokada karty; w trakcie realizacji; w trakcie rozliczania; nierozliczona; nezauctovano; nezauctovana; blokace; blokovana castka; fuggoben; zarolt; zarolas; fuggo tetel; konyveletlen; in asteptare; in curs de procesare; beklemede; provizyon; provizyonda; σε εκκρεμοτητα; εκκρεμει; υπο επεξεργασια; na cekanju; v cakanju; rezervacija sredstava
  в обработке; ожидает; ожидает обработки; не обработано; не проведено; холд; в ожидании; в очікуванні; в обробці; 未入账; 未入賬; 处理中; 処理中; 未確定; 승인대기; 미매입`);

/** Single words among the marks that no name ends with. */
export const pendingParticiples = words(`
  vorgemerkt; gereserveerd; reserverat; reserverad; reserveret; reservert; preliminart; katevaraus; oczekujaca; nierozliczona; nezauctovano; nezauctovana; fuggoben; zarolt; konyveletlen; beklemede; provizyonda; εκκρεμει; 未入账; 未入賬; 处理中; 処理中; 未確定; 승인대기; 미매입`);

/** Words for booked rows. */
export const bookedWords = words(`
  posted; booked; completed; complete; settled; cleared; processed; confirmed; executed; success; successful; succeeded; paid; approved; accepted; done; finished; finalized; ok; sent; received; issued; reconciled; active; normal
  gebucht; umsatz gebucht; verbucht; ausgefuhrt; abgeschlossen; erledigt; bezahlt; bestatigt; erfolgreich; genehmigt
  comptabilise; comptabilisee; execute; executee; effectue; effectuee; termine; terminee; valide; validee; regle; reglee; realizado; realizada; completado; completada; contabilizado; contabilizada; ejecutado; ejecutada; liquidado; liquidada; confirmado; confirmada; eseguito; eseguita; contabilizzato; contabilizzata; completato; completata; confermato; concluido; concluida; efetuado; efetuada; processado; aprovado; aprovada
  geboekt; verwerkt; voltooid; uitgevoerd; afgerond; bokford; bokfort; bogfort; gennemfort; genomford; genomfort; utford; utfort; slutford; kirjattu; toteutunut; suoritettu
  zaksiegowana; zaksiegowano; zrealizowana; zrealizowano; rozliczona; rozliczono; wykonana; zauctovano; zauctovana; provedeno; realizovano; zuctovane; konyvelt; teljesult; procesata; finalizata; decontata; tamamlandi; gerceklesti; onaylandi; onayli; ολοκληρωθηκε; izvrseno; provedena; knjizeno; uspesno; placano; potrjeno; zakljuceno; realizirano; izpeljano; uspjesno; uspesna; vastaanotettu; maksettu; hyvaksytty; hotovo; uhradene; zaplaceno; achitat; platita; odendi; basarili; πληρωθηκε; εκτελεστηκε; επιτυχης
  исполнено; исполнен; исполнена; выполнено; проведено; проведена; завершено; виконано; успешно
  交易成功; 支付成功; 成功; 已完成; 已入账; 已入賬; 完成; 確定; 処理済; 승인; 정상; 매입; 완료`);

/** Words for rows that were never booked, or were reversed. */
export const voidWords = words(`
  reverted; reversed; declined; failed; cancelled; canceled; void; voided; rejected; denied; expired; blocked; error; removed; returned; refused; deleted; unsuccessful; aborted; partially failed
  storniert; abgelehnt; fehlgeschlagen; abgebrochen; zuruckgewiesen; ruckgangig gemacht; ruckgangig; gescheitert; annule; annulee; refuse; refusee; rejete; rejetee; echoue; echouee; cancelado; cancelada; rechazado; rechazada; anulado; anulada; denegada; devuelta; fallida; fallido; annullato; annullata; rifiutato; rifiutata; stornato; stornata; falhou; falhada; recusado; recusada; estornada; estornado
  geannuleerd; geweigerd; mislukt; teruggedraaid; afgewezen; avbruten; avvisad; misslyckad; makulerad; annulleret; afvist; avvist; kansellert; peruttu; hylatty
  odrzucona; anulowana; odrzucono; anulowano; cofnieta; cofnieto; zamitnuto; zruseno; zamitnuta; stornovano; zrusena; elutasitva; torolt; sikertelen; respins; respinsa; anulat; anulata; iptal; reddedildi; basarisiz; ακυρωθηκε; απορριφθηκε; otkazano; odbijeno; preklicano; zavrnjeno; neuspesno; stornirano; ponisteno; atmesta; tagasi lukatud; noraidits; hylatty; keskeytetty
  отклонена; отклонено; отказ; отказано; отменена; отменено; ошибка; отмена; неуспешно; failed; відхилено; скасовано; помилка
  已关闭; 交易关闭; 支付失败; 已全额退款; 已退款; 失败; 已取消; 已撤销; 取消; キャンセル; 失敗; 취소; 승인취소; 거절; 실패`);

const conversion =
  /^(?:general )?currency conversion$|^(?:allgemeine )?wahrungsumrechnung$|^conversion de devises?(?: generale)?$|^conversion (?:general )?de (?:divisas?|moneda)$|^conversione di valuta(?: generica)?$|^algemene valutaomrekening$/;

/** Whether a text is a currency conversion within an account, of which the file has both sides. */
export const isConversion = (text: string): boolean => conversion.test(bareWords(text));

const settlement = /^(?:payment|settlement|repayment|settle up|reimbursement)$/;

/** Whether a text is a payment between people who share costs. */
export const isSettlement = (text: string): boolean => settlement.test(bareWords(text));

const phrase = (spaced: string, unspaced: string) =>
  new RegExp(String.raw`(?<!\p{L})(?:${spaced})(?!\p{L})|${unspaced}`, "u");

/** Matches texts about spending, whatever the sign of the amount: evidence, but no proof. */
export const spendingText = phrase(
  "purchases?|pos|dd|transfer to|payment to|paid to|enviad[oa]|emitid[oa]|inviat[oa]|emis|emise|outgoing|uitgaande|utgaende|wychodzac\\p{L}*|odchozi|odoslan\\p{L}*|kimeno|trimis\\p{L}*|giden|card payment|debit card|kartenzahlung|einkauf|lastschrift|abbuchung|dauerauftrag|" +
    "fee|interest charge|cash withdrawal|atm|cash advance|direct debit|standing order|bill payment|groceries|" +
    "achat|paiement par carte|prelevement|retrait|facture|compra|adeudo|recibo|retirada|acquisto|addebito|prelievo|" +
    "betaalautomaat|geldautomaat|incasso|αγορα|αγορες|kortkop|varekjop|korttiosto|zakup|platnosc karta|wyplata z bankomatu|" +
    "platba kartou|vyber|vasarlas|alisveris|покупка|покупки|оплата|снятие|списание|kupovina|nakup|nakupy|satin alma|harcama|kup|ost|kauppa|pirkums|pirkinys|achats",
  "消费|支付|購入|결제",
);
/** Matches words for pay, which is never spent, and never refunded by a card. */
export const payText = phrase(
  "^pay$|salary|salaries|payroll|wages?|paycheck|paycheque|pension|gehalt|lohn|bezuge|rente|salaire|nomina|stipendio|salario|ordenado|" +
    "vencimento|salaris|loon|lonn?|palkka|wynagrodzenie|pensja|mzda|vyplata|munkaber|fizetes|salariu|maas|plata zaposlenog|μισθοδοσια|" +
    "зарплата|заработная плата",
  "工资|薪资|代发|給与|給料|賞与|급여|월급",
);
const refunds =
  "refund(?:s|ed)?|return(?:s|ed)?|reversal|reversed|charge ?back|reimbursement|cash ?back|rebate|statement credit|merchandise credit|credit voucher|" +
  "gutschrift|erstattung|ruckerstattung|ruckzahlung|ruckgabe|retoure|ruckbuchung|storno|stornierung|gutgeschrieben|" +
  "remboursement|rembourse|avoir|retour|annulation|contrepassation|devolucion|devuelto|reembolso|reintegro|anulacion|extorno|contracargo|" +
  "rimborso|storno|reso|riaccredito|estorno|estornado|devolucao|reembolso|" +
  "terugbetaling|terugboeking|retour|creditering|teruggave|restitutie|aterbetalning|retur|kreditering|aterbaring|tilbagebetaling|refusion|tilbagefort|tilbakebetaling|tilbakefort|refusjon|" +
  "hyvitys|palautus|tagastus|atmaksa|grazinimas|zwrot|storno|vratka|vraceni|refundacia|dobropis|povrat|vracilo|povracaj|" +
  "visszaterites|visszaru|sztorno|jovairas|rambursare|retur|stornare|restituire|iade|iptal|επιστροφη|αντιλογισμος|" +
  "возврат|возвращение|сторно|кэшбэк|кешбэк|повернення|кешбек|възстановяване|сторниране|поврат";
const refundsUnspaced =
  "退款|退货|退貨|返金|返品|取消|キャンセル|환불|반품|취소|החזר|זיכוי|ביטול|استرداد|مرتجع|استرجاع|إرجاع|วงเงินคืน|คืนเงิน";

/** Phrases for a payment to the card by its holder, which no merchant's row contains. */
const cardPayments =
  "payments? received|payment thank you|payment - thank you|payment recd|thank you for your payment|thank you|auto ?pay|automatic payment|online payment|" +
  "ihre zahlung|zahlung danke|zahlung - danke|zahlung erhalten|zahlungseingang|uberweisung erhalten|besten dank|vielen dank|einzahlung|lastschrifteinzug kartenabrechnung|" +
  "votre paiement|paiement recu|versement recu|reglement recu|merci|su pago|pago recibido|pago de tarjeta|gracias por su pago|pago gracias|abono|" +
  "pagamento ricevuto|pagamento grazie|grazie|pagamento recebido|obrigado pelo pagamento|obrigado|" +
  "betaling ontvangen|ontvangen betaling|storting|inbetalning|betalning mottagen|tack for din betalning|indbetaling|betaling modtaget|innbetaling|betaling mottatt|suoritus|maksusuoritus|" +
  "splata|splata karty|wplata|wplata wlasna|dziekujemy|splatka|uhrada karty|uhrada kreditni karty|dekujeme|prijata platba|befizetes|torlesztes|koszonjuk|plata primita|plata card|alimentare|" +
  "odemeniz|odemeniz icin tesekkurler|odeme|tesekkur ederiz|πληρωμη καρτας|πληρωμη|ευχαριστουμε|uplata|hvala|makse laekumine|maksajums sanemts|imoka|" +
  "платеж получен|погашение|погашение задолженности|пополнение|спасибо|платіж отримано|поповнення|дякуємо|плащане по карта|погасяване";
const cardPaymentsUnspaced =
  "还款|還款|繳款|缴款|お支払い|ご入金|入金|결제대금|납부|입금|תשלום התקבל|תודה|سداد|تسديد|دفعة مستلمة|شكرا|รับชำระ|ชำระเงินแล้ว";

export const refundText = phrase(refunds, refundsUnspaced);
export const cardPaymentText = phrase(cardPayments, cardPaymentsUnspaced);

/** Matches texts about received money. */
export const receivingText = phrase(
  "salary|payroll|wages|direct deposit|deposit|payment from|transfer from|received from|" +
    "credit interest|interest paid|interest earned|received|recu|recue|recibid[oa]|recebid[oa]|ricevut[oa]|ontvangen|modtaget|mottatt|mottagen|otrzyman\\p{L}*|przychodzac\\p{L}*|prichozi|prijat\\p{L}*|primljen\\p{L}*|beerkezo|incasat\\p{L}*|gelen|" +
    "gehalt|lohn|rente|virement recu|salaire|versement|remise (?:de )?cheques?|nomina|ingreso|stipendio|accredito|ordenado|" +
    "salaris|loon|bijschrijving|lonn?|palkka|insattning|" +
    "wynagrodzenie|przelew przychodzacy|mzda|vklad|munkaber|salariu|incasare|maas|" +
    `зарплата|заработная плата|зачисление|${refunds}|${cardPayments}`,
  `工资|給与|振込入金|급여|${refundsUnspaced}|${cardPaymentsUnspaced}`,
);

/**
 * Matches texts that may be about received money, if neither a sign nor another column tells. A payment may be
 * one to a card, but card payments and bill payments are spending.
 */
export const mayBeReceivedText = phrase(
  "(?<!(?:card|bill|online|mobile|contactless|debit|pos|phone|loan|rent) )payments?(?! (?:to|card|at|by)(?!\\p{L}))|credits?|top ?up|load|reload|reward|bonus|interest(?! charge)|dividend|transfer in|incoming|inbound|repayment|" +
    "zahlung|aufladung|gutschein|guthaben|eingang|bonus|zinsen|dividende|paiement(?! (?:par|carte|cb)(?!\\p{L}))|recharge|encaissement|interets crediteurs|virement en votre faveur|" +
    "pago(?! (?:con|en|de|movil)(?!\\p{L}))|recarga|cobro|intereses|bonificacion|pagamento(?! (?:pos|carta|con|com|de|presso)(?!\\p{L}))|ricarica|incasso|interessi|bonifico ricevuto|credito|resgate|" +
    "opwaarder\\p{L}*|ontvangst|rente|bijschrijving|paafyllning|insattning|overforing fran|optankning|indsaettelse|" +
    "doladowanie|zasilenie|uznanie|odsetki|dobiti|pripsani|prichozi|feltoltes|kamat|beerkezo|incarcare|dobanda|yukleme|faiz|gelen|κατάθεση|καταθεση|τοκοι|kamata|priliv|" +
    "платеж|пополнение|зачисление|проценты|перевод от|платіж|поповнення|зарахування",
  "充值|入账|收款|利息|チャージ|振込|受取|ポイント|충전|이자|캐시백|타행입금|הפקדה|זכות|تعبئة|إيداع|فائدة|เติมเงิน|ฝาก|ดอกเบี้ย",
);
