import type { Cli } from "../../cli.ts";
import { isLocal, localProfile, type Target } from "../../config/target.ts";
import { usageError } from "../../errors/cli-error.ts";

/** The name `local` is for the data on this machine. @throws CliError usage */
export function checkProfileName(target: Target): void {
  if (target.profile === localProfile && !isLocal(target)) {
    throw usageError(
      `The profile "${localProfile}" is for the data on this machine.`,
      "Choose another name with --profile, or leave it out.",
    );
  }
}

/** Remembers the server under its profile, and uses it from now on. */
export async function keepProfile(cli: Cli, { profile, server }: Target): Promise<void> {
  const config = await cli.config.read();
  const kept = { server, ...(cli.globals.insecure ? { insecure: true } : {}) };
  const profiles =
    profile === localProfile ? config.profiles : { ...config.profiles, [profile]: kept };
  await cli.config.write({ ...config, profiles, profile });
}
