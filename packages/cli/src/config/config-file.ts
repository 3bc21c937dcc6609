import * as v from "valibot";
import { type PrivateJsonFile, privateJsonFile } from "./private-json-file.ts";

/** Whether the text is a currency's ISO 4217 code. */
export const isCurrency = (code: string): boolean =>
  Intl.supportedValuesOf("currency").includes(code);

const profile = v.object({
  server: v.string(),
  /** Whether the user agreed to plain http for a host other than this machine. */
  insecure: v.optional(v.boolean()),
});

const config = v.object({
  version: v.literal(1),
  /** The profile that is used by default. */
  profile: v.optional(v.string()),
  profiles: v.record(v.string(), profile),
  /** The ISO 4217 code of the currency that amounts are shown in; without it they are shown bare. */
  currency: v.optional(v.pipe(v.string(), v.check(isCurrency))),
});

export type Config = v.InferOutput<typeof config>;

/** `config.json`: settings and profiles, no secrets. */
export const configFile = (folder: string): PrivateJsonFile<Config> =>
  privateJsonFile(folder, "config", config, { version: 1, profiles: {} });
