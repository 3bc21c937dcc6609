import { basename } from "node:path";
import type { NoPlainFile } from "@outlay/files";
import { snapshotName } from "../snapshot/snapshot.ts";

/** Where something is kept that was in the place of the owner's files. */
export interface KeptIn {
  aside: string;
  moved: readonly NoPlainFile[];
}

/** What an operator is told once files of a folder were written anew. @param kept undefined where nothing was left of them */
export function madeGoodReport(what: "snapshot" | "journal", kept: KeptIn | undefined): string {
  const anew = `Nothing is lost: all that is stored was written anew into ${snapshotName}`;
  if (!kept) return `The ${what} was removed from the data folder by somebody else. ${anew}.`;
  const { aside, moved } = kept;
  const found = moved.map((each) => `${each.what} in the place of ${basename(each.path)}`);
  const cause =
    found.length > 0
      ? `The ${what} in the data folder was replaced by somebody else: there was ${found.join(", ")}.`
      : `The ${what} in the data folder was changed or replaced by somebody else.`;
  return (
    `${cause} ${anew}, and what was there is in ${aside}. To bring data back, stop the server first and use ` +
    '"outlay restore-backup".'
  );
}
