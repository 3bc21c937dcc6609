/** The settings of `outlay config`. */
import { usageError } from "../errors/cli-error.ts";
import { type Config, isCurrency } from "./config-file.ts";

/** @throws CliError usage */
function parseCurrency(text: string): string {
  const code = text.trim().toUpperCase();
  if (isCurrency(code)) return code;
  throw usageError(
    `Currency "${text}" is unknown.`,
    "Write its ISO 4217 code, like EUR, NGN or USD.",
  );
}

/** Each setting, with the parser of its text. */
const parsers = { currency: parseCurrency } as const satisfies Partial<
  Record<keyof Config, (text: string) => string>
>;

export type SettingName = keyof typeof parsers;
export const settingNames = Object.keys(parsers) as SettingName[];

/** @throws CliError usage */
export function parseSettingName(text: string): SettingName {
  const name = settingNames.find((known) => known === text.trim().toLowerCase());
  if (name) return name;
  throw usageError(`There is no setting "${text}".`, `Settings: ${settingNames.join(", ")}.`);
}

/** @throws CliError usage */
export const parseSetting = (name: SettingName, text: string): string => parsers[name](text);
