import { lazily } from "./lazily.ts";

// Old codes are met in old exports.
const otherCodes = ["RUR", "LTL", "LVL", "EEK", "RMB", "STG"];
const codes = lazily(() => new Set([...Intl.supportedValuesOf("currency"), ...otherCodes]));

/** Whether the text is a currency's code, in capitals: `EUR`. */
export const isCurrencyCode = (text: string): boolean => codes().has(text);
