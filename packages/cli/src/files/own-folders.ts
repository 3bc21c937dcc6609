import type { OwnFolders } from "@outlay/files";
import type { Cli } from "../cli.ts";

/** The folders of this user's settings and data. */
export async function ownFolders(cli: Cli): Promise<OwnFolders> {
  const { dataFolderOf } = await import("../backend/embedded.ts");
  return { settings: cli.configFolder, data: dataFolderOf(cli.localOptions()) };
}
