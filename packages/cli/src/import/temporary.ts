/** Room for what an import needs only while it runs. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorCode } from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

/** What fails in writing, as the error that it is to the user. @throws CliError */
export async function writing<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const isFull = code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
    throw new CliError(
      isFull ? "storage_full" : "storage_unavailable",
      `${tmpdir()} can't be written (${code}), and an import needs room there while it runs.`,
      { hint: "Nothing was imported. TMPDIR names another folder.", cause: error },
    );
  }
}

/** A folder for its owner alone. @throws CliError */
export const newTemporaryFolder = (): Promise<string> =>
  writing(() => mkdtemp(join(tmpdir(), "outlay-")));
