import { lazily } from "./lazily.ts";

// Old exports have codes that are no longer in use.
const otherCodes = ["RUR", "LTL", "LVL", "EEK", "RMB", "STG"];
const codes = lazily(() => new Set([...Intl.supportedValuesOf("currency"), ...otherCodes]));

/** Checks whether a text is the code of a currency in capital letters, like `EUR`. */
export const isCurrencyCode = (text: string): boolean => codes().has(text);
