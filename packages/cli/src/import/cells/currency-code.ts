// Old codes are met in old exports.
const otherCodes = ["RUR", "LTL", "LVL", "EEK", "RMB", "STG"];
let codes: Set<string> | undefined;

/** Whether the text is a currency's code, in capitals: `EUR`. */
export const isCurrencyCode = (text: string): boolean =>
  (codes ??= new Set([...Intl.supportedValuesOf("currency"), ...otherCodes])).has(text);
