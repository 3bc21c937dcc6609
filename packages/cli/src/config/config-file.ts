import * as v from "valibot";
import { type PrivateJsonFile, privateJsonFile } from "./private-json-file.ts";

const profile = v.object({
  server: v.string(),
  /** Plain http was agreed to for a host that isn't this machine. */
  insecure: v.optional(v.boolean()),
});

const config = v.object({
  version: v.literal(1),
  /** The profile that is used when none is named. */
  profile: v.optional(v.string()),
  profiles: v.record(v.string(), profile),
  /** The ISO 4217 code of the currency that amounts are shown in; they are shown bare without. */
  currency: v.optional(v.string()),
});

export type Config = v.InferOutput<typeof config>;

/** `config.json`: settings and profiles, no secrets. */
export const configFile = (folder: string): PrivateJsonFile<Config> =>
  privateJsonFile(folder, "config", config, { version: 1, profiles: {} });
