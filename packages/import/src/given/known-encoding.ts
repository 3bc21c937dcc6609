import { badOption } from "../refusal.ts";

/**
 * Returns the canonical name of an encoding; `TextDecoder` accepts several names for most of them.
 * @throws ImportRefusal bad_option
 */
export function knownEncoding(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    throw badOption(
      `"${name}" is not a known encoding.`,
      "Use a name such as utf-8, windows-1252, iso-8859-2, windows-1251, gb18030 or shift_jis.",
    );
  }
}
