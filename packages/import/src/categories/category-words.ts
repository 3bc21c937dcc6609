/** Category names of banks and apps, mapped to Outlay's categories. */
import type { ExpenseCategory } from "@outlay/shared";
import { expenseCategories } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";

const words: Record<Exclude<ExpenseCategory, "MISCELLANEOUS">, RegExp> = {
  FOOD: /\b(?:food|grocer\w*|restaurant\w*|dining|eating|supermarket\w*|cafe|coffee|lunch|dinner|takeaway|bakery|lebensmittel|essen|gastronomie|supermarkt|backerei|alimentation|courses|restauration|supermarche|alimentacion|comida|restaurantes|supermercad\w*|alimentari|ristorant\w*|spesa|alimentacao|restaurantes|boodschappen|dagligvarer|livsmedel|mat|ruoka|ravintola|zywnosc|jedzenie|restauracje|potraviny|jidlo|elelmiszer|etterem|alimente|restaurante|gida|market|yemek)\b|супермаркет|продукт|кафе|ресторан|фастфуд|еда|їжа|餐饮|美食|食品|食費|外食|식비|식사/u,
  TRANSPORT:
    /\b(?:transport\w*|taxi|uber|bus|train|rail|parking|fuel|gas fuel|gasoline|petrol|car|auto|automobile|automotive|commute|public transit|verkehr|mobilitat|kraftstoff|tanken|bahn|fahrtkosten|transports?|essence|carburant|voiture|transporte|gasolina|combustible|coche|trasport\w*|carburante|combustivel|vervoer|benzine|reiskosten|transport og bil|bil|bensin|liikenne|paliwo|samochod|doprava|benzin|kozlekedes|uzemanyag|combustibil|ulasim|akaryakit|yakit)\b|транспорт|такси|таксі|топливо|азс|пальне|交通|打车|加油|交通費|ガソリン|교통|주유/u,
  DATA: /\b(?:data|phone|mobile phone|cell phone|internet|telecom\w*|telephone|broadband|telefon\w*|handy|mobilfunk|telekommunikation|telephonie|telefono|telefonia|telefone|telefonie|bredbånd|bredband|puhelin|netti)\b|связь|интернет|зв язок|通讯|话费|通信|통신/u,
};

/** Returns the category that a word in a file stands for; undefined if the word is unknown. */
export function categoryOf(text: string): ExpenseCategory | undefined {
  if (text === "") return undefined;
  const own = expenseCategories.find((category) => category === text.trim().toUpperCase());
  if (own) return own;
  const bare = bareWords(text);
  const found = Object.entries(words).find(([, pattern]) => pattern.test(bare));
  return found?.[0] as ExpenseCategory | undefined;
}
