/**
 * The characters of text in each legacy encoding, by which encodings are told apart: all of them can decode
 * nearly anything, but only the right one yields letters that some language uses together.
 */
export interface SingleByteEncoding {
  /** The name for `TextDecoder`. */
  name: string;
  /** For each language written in the encoding: its small letters beyond a to z. */
  languages: readonly string[];
}

const greek = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ";
const russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const ukrainian = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
const serbian = "абвгдђежзијклљмнњопрстћуфхцчџш";

/** Common encodings come first, because the first of several equally good ones is chosen. */
export const singleByteEncodings: readonly SingleByteEncoding[] = [
  {
    name: "windows-1252",
    languages: [
      "äöüßé",
      "àâæçéèêëîïôœùûü",
      "áéíóúüñ",
      "àèéìòù",
      "áâãàçéêíóôõú",
      "éëïóöüèá",
      "åäöé",
      "æøåéäö",
      "áðéíóúýþæö",
      "àçèéíïóòúü",
    ],
  },
  {
    name: "windows-1250",
    languages: ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"],
  },
  { name: "windows-1251", languages: [russian, ukrainian, serbian] },
  { name: "windows-1257", languages: ["ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"] },
  { name: "windows-1254", languages: ["çğıöşüâî\u0307"] },
  { name: "windows-1253", languages: [greek] },
  { name: "iso-8859-2", languages: ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áéíóöőúüű"] },
  { name: "koi8-r", languages: [russian] },
  { name: "ibm866", languages: [russian] },
  { name: "windows-1255", languages: ["אבגדהוזחטיךכלםמןנסעףפץצקרשת"] },
  { name: "windows-1256", languages: ["ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأؤإئ"] },
  { name: "macintosh", languages: ["äöüßé", "àâçéèêëîïôùûü", "áéíóúüñ"] },
];

/** Marks that any language may use. */
export const commonMarks = "€£§°«»„“”‘’–—…·¡¿ºª©®×½№\u00A0´²³µ¥¢";

export interface DoubleByteEncoding {
  name: string;
  /** Whether a pair of bytes is a character of everyday text. */
  isCommon: (lead: number, trail: number) => boolean;
}

const isHighTrail = (trail: number) => trail >= 0xa1 && trail <= 0xfe;

export const doubleByteEncodings: readonly DoubleByteEncoding[] = [
  // Hangul syllables.
  { name: "euc-kr", isCommon: (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && isHighTrail(trail) },
  // Kana, first-level kanji and full-width marks.
  {
    name: "shift_jis",
    isCommon: (lead, trail) =>
      trail >= 0x40 &&
      trail <= 0xfc &&
      ((lead >= 0x81 && lead <= 0x83) || (lead >= 0x88 && lead <= 0x97)),
  },
  {
    name: "euc-jp",
    isCommon: (lead, trail) =>
      isHighTrail(trail) && (lead === 0xa4 || lead === 0xa5 || (lead >= 0xb0 && lead <= 0xcf)),
  },
  // The 3,755 most common characters, and full-width marks.
  {
    name: "gb18030",
    isCommon: (lead, trail) =>
      isHighTrail(trail) && ((lead >= 0xb0 && lead <= 0xd7) || lead === 0xa3 || lead === 0xa1),
  },
  {
    name: "big5",
    isCommon: (lead, trail) =>
      lead >= 0xa1 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || isHighTrail(trail)),
  },
];
