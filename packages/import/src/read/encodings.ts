/**
 * What text in each of the old encodings looks like, which is how they are told apart: all of them can
 * decode nearly anything, but only the right one gives letters that some language uses together.
 */
export interface SingleByteEncoding {
  /** The name that `TextDecoder` knows. */
  name: string;
  /** For each language written in it: the small letters that it has beyond a to z. */
  languages: readonly string[];
}

const greek = "αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ";
const russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
const ukrainian = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя";
const serbian = "абвгдђежзијклљмнњопрстћуфхцчџш";

/** The first of those that fit equally well is taken, so the more common ones come first. */
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

/** Marks that any language may have. */
export const commonMarks = "€£§°«»„“”‘’–—…·¡¿ºª©®×½№\u00A0´²³µ¥¢";

export interface DoubleByteEncoding {
  name: string;
  /** Whether a pair of bytes is one of the characters that everyday text consists of. */
  isCommon: (lead: number, trail: number) => boolean;
}

const isHighTrail = (trail: number) => trail >= 0xa1 && trail <= 0xfe;

export const doubleByteEncodings: readonly DoubleByteEncoding[] = [
  // Hangul syllables.
  { name: "euc-kr", isCommon: (lead, trail) => lead >= 0xb0 && lead <= 0xc8 && isHighTrail(trail) },
  // Kana; kanji of the first level; full-width marks.
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
  // The 3,755 most common characters; full-width marks.
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
