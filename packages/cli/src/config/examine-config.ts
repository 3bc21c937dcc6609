import { join } from "node:path";
import { commandLine } from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import { CliError } from "../errors/cli-error.ts";
import { checkSettingsFolder, isOpen } from "./keep-private.ts";

export interface ExamineConfigOptions {
  folder: string;
  /** The user's id; undefined on systems where files have no owners and modes. */
  uid: number | undefined;
  /** Each rejects with config_broken if its file can't be used. */
  readConfig: () => Promise<unknown>;
  readCredentials: () => Promise<unknown>;
}

type Named = ReturnType<typeof checkOf>;

/** Reports a fault for a file that exists but can't be used. */
async function brokenFile({ fault }: Named, read: () => Promise<unknown>): Promise<Check[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return [fault(error.message, error.hint ?? "Repair the file, or move it away.")];
  }
}

/** Checks that settings and tokens can be used, and are private to the user. */
export async function examineConfig(options: ExamineConfigOptions): Promise<Check[]> {
  const { folder, uid, readConfig, readCredentials } = options;
  const hasModes = uid !== undefined;
  const config = checkOf("config");
  const credentials = checkOf("credentials");

  // No advice is given about the contents of somebody else's folder.
  let isShared = false;
  const unfit = await brokenFile(config, async () => {
    ({ isShared } = await checkSettingsFolder(folder, uid));
  });
  if (unfit.length > 0) return unfit;
  const configChecks = await brokenFile(config, readConfig);
  // A file that can't be used may belong to another program.
  if (hasModes && !isShared && configChecks.length === 0 && (await isOpen(folder))) {
    const line = commandLine("chmod", "700", folder);
    configChecks.push(config.note(`${folder} is open to other users.`, `Close it with: ${line}`));
  }
  const path = join(folder, "credentials.json");
  const credentialsChecks = await brokenFile(credentials, readCredentials);
  if (hasModes && credentialsChecks.length === 0 && (await isOpen(path))) {
    const line = commandLine("chmod", "600", path);
    credentialsChecks.push(
      credentials.fault(`${path} is open to other users.`, `Close it with: ${line}`),
    );
  }
  return [
    ...(configChecks.length > 0
      ? configChecks
      : [config.ok(`The settings in ${folder} can be used.`)]),
    ...(credentialsChecks.length > 0
      ? credentialsChecks
      : [credentials.ok("The tokens can be used, and only by you.")]),
  ];
}
