import { resolve } from "node:path";
import { atHome } from "@outlay/files";
import { CliError, usageError } from "../errors/cli-error.ts";
import type { Config } from "./config-file.ts";
import type { Environment } from "./paths.ts";

/** The server that a command speaks to, and the profile under which its tokens are kept. */
export interface Target {
  profile: string;
  /** A URL without a trailing slash; for data on this machine `local`, or `local:` and a folder. */
  server: string;
}

export interface TargetOptions {
  profile: string | undefined;
  server: string | undefined;
  insecure: boolean;
}

export const localProfile = "local";

/** The key of local data's tokens: data in a folder of their own have tokens of their own. */
function localServer(env: Environment): string {
  return env["OUTLAY_DATA"] ? `local:${resolve(atHome(env["OUTLAY_DATA"]))}` : "local";
}

export const isLocal = ({ server }: Target): boolean =>
  server === "local" || server.startsWith("local:");

const loopbackHosts = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/** @throws CliError usage, insecure_server */
function checkedUrl(text: string, isInsecureAllowed: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !["http:", "https:"].includes(url.protocol)) {
    throw usageError(
      `"${text}" is not the address of a server.`,
      "Write it like https://outlay.example.org or http://127.0.0.1:8000.",
    );
  }
  if (url.username || url.password) {
    throw usageError(
      "A server's address must not hold a user name or password.",
      "Log in instead: outlay login --server URL",
    );
  }
  if (url.protocol === "http:" && !loopbackHosts.test(url.hostname) && !isInsecureAllowed) {
    throw new CliError(
      "insecure_server",
      `${url.origin} is plain http: anybody on the network could read your password and tokens.`,
      { hint: "Use https, or add --insecure if you trust the network." },
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, "");
}

const hostOf = (server: string) => new URL(server).host;

/** @throws CliError usage */
export function knownProfile(config: Config, name: string): Config["profiles"][string] {
  const profile = Object.hasOwn(config.profiles, name) ? config.profiles[name] : undefined;
  if (profile) return profile;
  const names = [localProfile, ...Object.keys(config.profiles)].join(", ");
  throw usageError(
    `There is no profile "${name}". Profiles: ${names}.`,
    `Create it with: outlay login --server URL --profile ${name}`,
  );
}

/**
 * Finds the server by option, environment, profile and default, in this order. A server named without a
 * profile has the profile that was created for it, or one named after its host.
 * @throws CliError usage, insecure_server
 */
export function resolveTarget(options: TargetOptions, env: Environment, config: Config): Target {
  const named =
    options.profile ?? (options.server ? undefined : env["OUTLAY_PROFILE"] || undefined);
  const server =
    options.server ?? (options.profile ? undefined : env["OUTLAY_SERVER"] || undefined);
  if (server === localProfile) return { profile: localProfile, server: localServer(env) };
  if (server !== undefined) {
    const matching = Object.entries(config.profiles).filter(
      ([, { server: url }]) => url === server,
    );
    const isAgreed = options.insecure || matching.some(([, { insecure }]) => insecure);
    const url = checkedUrl(server, isAgreed);
    const known = Object.entries(config.profiles).find(([, profile]) => profile.server === url);
    return { profile: named ?? known?.[0] ?? hostOf(url), server: url };
  }
  const profile = named ?? config.profile ?? localProfile;
  if (profile === localProfile) return { profile, server: localServer(env) };
  const { server: url, insecure } = knownProfile(config, profile);
  return { profile, server: checkedUrl(url, options.insecure || insecure === true) };
}
