import { join } from "node:path";
import { errorCode, type FileSystem, hardLink } from "@outlay/files";
import { snapshotName } from "../snapshot/snapshot.ts";

/** What a snapshot of the first format is kept as when one of the next takes its place. */
export const firstFormatName = "outlay-1.json";

export async function keepFirstFormat(folder: string, fs: FileSystem): Promise<void> {
  const kept = join(folder, firstFormatName);
  await hardLink(join(folder, snapshotName), kept, fs).catch((error: unknown) => {
    if (errorCode(error) !== "EEXIST") throw error;
  });
}
