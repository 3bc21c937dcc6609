import { readFileSync } from "node:fs";
import { atHome, errorCode } from "@outlay/files";
import { type OperatingConfig, readOperatingConfig } from "../operating/operating-config.ts";

export interface ServerConfig extends OperatingConfig {
  host: string;
  port: number;
  dataFolder: string;
  /** The secret that signs tokens; undefined to use the data folder's own key. */
  jwtSecret: string | undefined;
  isRegistrationOpen: boolean;
  /** Whether password guessing and mass registration are slowed down. */
  isRateLimited: boolean;
  /**
   * The number of our own proxies that a request passes through. Their statements about the client's address are
   * trusted.
   */
  trustedProxies: number;
  /** The maximum number of records of one account. */
  maxRecords: number;
  /** The origins whose pages may use the API. */
  corsOrigins: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The error for invalid settings, with a line for each. */
export class BadSettings extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join("\n"));
    this.name = "BadSettings";
    this.faults = faults;
  }
}

/** A setting with its check. The corresponding option is the variable's name in kebab-case. */
interface Setting<Value> {
  what: string;
  variable: string;
  fallback: string;
  /** Returns undefined for a text that isn't allowed. */
  read: (text: string) => Value | undefined;
  /** The rule that the error states when the text isn't allowed. */
  fault: string;
}

const oneOf =
  <Value>(values: Readonly<Record<string, Value>>) =>
  (text: string): Value | undefined =>
    Object.hasOwn(values, text) ? values[text] : undefined;

function wholeNumber(text: string, max: number): number | undefined {
  const number = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return number <= max ? number : undefined;
}

const maxPort = 65_535;
const maxProxies = 10;

function readProxies(text: string): number | undefined {
  const known = oneOf({ off: 0, on: 1 })(text);
  return known ?? wholeNumber(text, maxProxies);
}

/**
 * Checks for an origin as browsers write it: the scheme, the host, and the port unless it is the scheme's default.
 */
const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

function readOrigins(text: string): string[] | undefined {
  const origins = text.split(",").map((part) => part.trim());
  return text === "" ? [] : origins.every(isOrigin) ? origins : undefined;
}

const port: Setting<number> = {
  what: "The port",
  variable: "OUTLAY_PORT",
  fallback: "8000",
  read: (text) => wholeNumber(text, maxPort),
  fault: `must be a whole number from 0 to ${maxPort}`,
};

const registration: Setting<boolean> = {
  what: "Registration",
  variable: "OUTLAY_REGISTRATION",
  fallback: "open",
  read: oneOf({ open: true, closed: false }),
  fault: "must be open or closed",
};

const rateLimit: Setting<boolean> = {
  what: "The rate limit",
  variable: "OUTLAY_RATE_LIMIT",
  fallback: "on",
  read: oneOf({ on: true, off: false }),
  fault: "must be on or off",
};

const trustProxy: Setting<number> = {
  what: "Trust in proxies",
  variable: "OUTLAY_TRUST_PROXY",
  fallback: "off",
  read: readProxies,
  fault: `must be off, on, or the number of proxies (at most ${maxProxies})`,
};

const maxRecords: Setting<number> = {
  what: "The number of records for an account",
  variable: "OUTLAY_MAX_RECORDS",
  fallback: "1000000",
  read: (text) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined),
  fault: "must be a whole number from 1 to 999999999",
};

const corsOrigin: Setting<string[]> = {
  what: "The origin",
  variable: "OUTLAY_CORS_ORIGIN",
  fallback: "",
  read: readOrigins,
  fault:
    "must be written as browsers do: https://example.org, without a path, several separated by commas",
};

const optionOf = (variable: string) =>
  `--${variable.replace("OUTLAY_", "").toLowerCase().replaceAll("_", "-")}`;

function take<Value>(env: Environment, setting: Setting<Value>, faults: string[]): Value {
  const { what, variable, fallback, read, fault } = setting;
  const text = env[variable] || fallback;
  const value = read(text);
  if (value !== undefined) return value;
  faults.push(`${what} "${text}" (${variable}, ${optionOf(variable)}) ${fault}.`);
  // This value is never used, because the setting is reported as invalid.
  return read(fallback) as Value;
}

const minSecretLength = 32;

/** Reads a secret from the environment, or from the file that the environment names. */
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
 * Reads all settings from the environment once.
 * @throws BadSettings
 */
export function readConfig(env: Environment, defaultDataFolder: string): ServerConfig {
  const faults: string[] = [];
  const config: ServerConfig = {
    host: env["OUTLAY_HOST"] || "127.0.0.1",
    port: take(env, port, faults),
    dataFolder: env["OUTLAY_DATA"] ? atHome(env["OUTLAY_DATA"]) : defaultDataFolder,
    jwtSecret: readSecret(env, faults),
    isRegistrationOpen: take(env, registration, faults),
    isRateLimited: take(env, rateLimit, faults),
    trustedProxies: take(env, trustProxy, faults),
    maxRecords: take(env, maxRecords, faults),
    corsOrigins: take(env, corsOrigin, faults),
    ...readOperatingConfig(env, faults),
  };
  if (faults.length > 0) throw new BadSettings(faults);
  return config;
}
