import { readFileSync } from "node:fs";
import { errorCode } from "@outlay/files";
import { type OperatingConfig, readOperatingConfig } from "./operating/operating-config.ts";

export interface ServerConfig extends OperatingConfig {
  host: string;
  port: number;
  dataFolder: string;
  /** What tokens are signed with; undefined: a key of the data folder's own. */
  jwtSecret: string | undefined;
  isRegistrationOpen: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that can't be used, all of them, a line each. */
export class BadSettings extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "BadSettings";
    this.faults = faults;
  }
}

const minSecretLength = 32;

function readPort(text: string, faults: string[]): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= 65_535) return port;
  faults.push(`The port "${text}" (OUTLAY_PORT, --port) is not a whole number from 0 to 65535.`);
  return 0;
}

function readRegistration(text: string, faults: string[]): boolean {
  if (text === "open" || text === "closed") return text === "open";
  faults.push(
    `Registration "${text}" (OUTLAY_REGISTRATION, --registration) is neither open nor closed.`,
  );
  return false;
}

/** A secret from the environment, or from the file that the environment names. */
function readSecret(env: Environment, faults: string[]): string | undefined {
  const file = env["OUTLAY_JWT_SECRET_FILE"];
  let secret = env["OUTLAY_JWT_SECRET"];
  let source = "OUTLAY_JWT_SECRET";
  if (secret === undefined && file !== undefined) {
    source = `The file ${file} (OUTLAY_JWT_SECRET_FILE, --jwt-secret-file)`;
    try {
      secret = readFileSync(file, "utf8").trim();
    } catch (error) {
      faults.push(`${source} can't be read (${errorCode(error)}).`);
      return undefined;
    }
  }
  if (secret !== undefined && secret.length < minSecretLength) {
    faults.push(`${source} is shorter than ${minSecretLength} characters.`);
  }
  return secret;
}

/**
 * The environment's settings, once and for all.
 * @throws BadSettings
 */
export function readConfig(env: Environment, defaultDataFolder: string): ServerConfig {
  const faults: string[] = [];
  const config = {
    host: env["OUTLAY_HOST"] || "127.0.0.1",
    port: readPort(env["OUTLAY_PORT"] || "8000", faults),
    dataFolder: env["OUTLAY_DATA"] || defaultDataFolder,
    jwtSecret: readSecret(env, faults),
    isRegistrationOpen: readRegistration(env["OUTLAY_REGISTRATION"] || "open", faults),
    ...readOperatingConfig(env, faults),
  };
  if (faults.length > 0) throw new BadSettings(faults);
  return config;
}
