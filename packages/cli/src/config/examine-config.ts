import { join } from "node:path";
import { commandLine } from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import { CliError } from "../errors/cli-error.ts";
import { checkSettingsFolder, isOpen } from "./keep-private.ts";

export interface ExamineConfigOptions {
  folder: string;
  /** The user; undefined where files have no owners and no modes. */
  uid: number | undefined;
  /** Each is rejected with config_broken where its file can't be used. */
  readConfig: () => Promise<unknown>;
  readCredentials: () => Promise<unknown>;
}

type Named = ReturnType<typeof checkOf>;

/** A fault for a file that is there and can't be used. */
async function brokenFile({ fault }: Named, read: () => Promise<unknown>): Promise<Check[]> {
  try {
    await read();
    return [];
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return [fault(error.message, error.hint ?? "Mend the file, or move it away.")];
  }
}

/** Whether settings and tokens can be used, and are the user's alone. */
export async function examineConfig(options: ExamineConfigOptions): Promise<Check[]> {
  const { folder, uid, readConfig, readCredentials } = options;
  const hasModes = uid !== undefined;
  const config = checkOf("config");
  const credentials = checkOf("credentials");

  // Nothing is advised about what is in a folder of others.
  let isShared = false;
  const unfit = await brokenFile(config, async () => {
    ({ isShared } = await checkSettingsFolder(folder, uid));
  });
  if (unfit.length > 0) return unfit;
  const configChecks = await brokenFile(config, readConfig);
  // What can't be used may be another program's.
  if (hasModes && !isShared && configChecks.length === 0 && (await isOpen(folder))) {
    const line = commandLine("chmod", "700", folder);
    configChecks.push(
      config.note(`Other users have access to ${folder}.`, `Remove their access with: ${line}`),
    );
  }
  const path = join(folder, "credentials.json");
  const credentialsChecks = await brokenFile(credentials, readCredentials);
  if (hasModes && credentialsChecks.length === 0 && (await isOpen(path))) {
    const line = commandLine("chmod", "600", path);
    credentialsChecks.push(
      credentials.fault(`Other users have access to ${path}.`, `Remove their access with: ${line}`),
    );
  }
  return [
    ...(configChecks.length > 0
      ? configChecks
      : [config.ok(`The settings in ${folder} can be used.`)]),
    ...(credentialsChecks.length > 0
      ? credentialsChecks
      : [credentials.ok("The tokens can be used, by you alone.")]),
  ];
}
