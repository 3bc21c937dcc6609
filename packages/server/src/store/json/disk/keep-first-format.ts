import { join } from "node:path";
import { errorCode, type FileSystem, hardLink } from "@outlay/files";
import { snapshotName } from "../snapshot/snapshot.ts";

/**
 * The name under which a snapshot of the first format is kept when one of the next format replaces
 * it.
 */
export const firstFormatName = "outlay-1.json";

export async function keepFirstFormat(folder: string, fs: FileSystem): Promise<void> {
  const kept = join(folder, firstFormatName);
  await hardLink(join(folder, snapshotName), kept, fs).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
}
