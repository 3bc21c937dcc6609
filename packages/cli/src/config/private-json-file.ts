import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode, makePrivateFolder, replaceFile } from "@outlay/files";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";

/** A JSON file that only its owner can read, always replaced whole. */
export interface PrivateJsonFile<Content> {
  /** @throws CliError config_broken, never repairing or replacing the file by itself */
  read(): Promise<Content>;
  write(content: Content): Promise<void>;
}

function broken(path: string, reason: string): CliError {
  return new CliError("config_broken", `${path} can't be used: ${reason}.`, {
    hint: "Nothing was changed. Mend the file, or move it away to start anew without it.",
  });
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    throw broken(path, `reading it fails with ${code}`);
  }
}

export function privateJsonFile<Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
  whenMissing: v.InferOutput<Schema>,
): PrivateJsonFile<v.InferOutput<Schema>> {
  return {
    async read() {
      const text = await readText(path);
      if (text === undefined) return whenMissing;
      let value: unknown;
      try {
        value = JSON.parse(text);
      } catch (error) {
        throw broken(path, `it is not JSON (${(error as Error).message})`);
      }
      const result = v.safeParse(schema, value);
      if (result.success) return result.output;
      const [issue] = result.issues;
      const where = v.getDotPath(issue) ?? "the whole";
      throw broken(path, `${where} is not what belongs there (${issue.message})`);
    },

    async write(content) {
      try {
        await makePrivateFolder(dirname(path));
        await replaceFile(path, (file) => file.writeFile(`${JSON.stringify(content, null, 2)}\n`));
      } catch (error) {
        const code = errorCode(error);
        const full = code === "ENOSPC" || code === "EDQUOT";
        throw new CliError(
          full ? "storage_full" : "storage_unavailable",
          `${path} can't be written (${code}).`,
          { cause: error },
        );
      }
    },
  };
}
