import type { Cli } from "../../cli.ts";
import { isLocal, localProfile, type Target } from "../../config/target.ts";
import { usageError } from "../../errors/cli-error.ts";

const profileName = /^[\p{L}\p{N}[][\p{L}\p{N}._:@[\]-]*$/u;
// Names that every JavaScript object already has.
const unusable = new Set(["constructor", "prototype"]);

/**
 * Refuses names that can't be used; `local` is reserved for the data on this machine. @throws CliError usage
 */
export function checkProfileName(target: Target): void {
  if (!profileName.test(target.profile) || unusable.has(target.profile)) {
    throw usageError(
      `"${target.profile}" can't be a profile's name.`,
      "Begin it with a letter or digit; after that, . : @ _ and - are also allowed.",
    );
  }
  if (target.profile === localProfile && !isLocal(target)) {
    throw usageError(
      `The profile "${localProfile}" is for the data on this machine.`,
      "Choose another name with --profile, or leave it out.",
    );
  }
}

/** Stores the server under its profile, and uses it from now on. */
export async function keepProfile(cli: Cli, { profile, server }: Target): Promise<void> {
  await cli.config.update((config) => {
    if (profile === localProfile) return { ...config, profile };
    // Consent to plain http for this server stays valid.
    const known = config.profiles[profile];
    const insecure = cli.globals.insecure || (known?.server === server && known.insecure === true);
    const kept = { server, ...(insecure ? { insecure } : {}) };
    return { ...config, profiles: { ...config.profiles, [profile]: kept }, profile };
  });
}
