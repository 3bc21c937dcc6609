import { basename } from "node:path";
import type { NoPlainFile } from "@outlay/files";
import { snapshotName } from "../snapshot/snapshot.ts";

/** The folder for files that were found in place of the owner's. */
export interface KeptIn {
  aside: string;
  moved: readonly NoPlainFile[];
}

/**
 * Tells an operator that files of a folder were written again.
 * @param kept undefined where nothing was left of them
 */
export function madeGoodReport(what: "snapshot" | "journal", kept: KeptIn | undefined): string {
  const anew = `Nothing is lost: everything that is stored was written again to ${snapshotName}`;
  if (!kept) return `Somebody removed the ${what} from the data folder. ${anew}.`;
  const { aside, moved } = kept;
  const found = moved.map((each) => `${each.what} in place of ${basename(each.path)}`);
  const cause =
    found.length > 0
      ? `Somebody replaced the ${what} in the data folder: there was ${found.join(", ")}.`
      : `Somebody changed or replaced the ${what} in the data folder.`;
  return (
    `${cause} ${anew}, and the files found there are in ${aside}. To restore data, stop the server first and use ` +
    '"outlay restore-backup".'
  );
}
