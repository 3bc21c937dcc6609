import { readFileSync } from "node:fs";
import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  errorCode,
  NoPlainFile,
  type ProcessLock,
  removeTemporaries,
  replaceFile,
  unlessMissing,
} from "@outlay/files";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";
import { withFileLock } from "./file-lock.ts";

/** A JSON file that only its owner can read, always replaced whole. */
export interface PrivateJsonFile<Content> {
  /** @throws CliError config_broken, never repairing or replacing the file by itself */
  read(): Promise<Content>;
  /**
   * Replaces what the file holds by what `change` makes of it, one process after the other.
   * @throws CliError config_broken, storage_unavailable, storage_full
   */
  update(change: (content: Content) => Content): Promise<void>;
}

// The text of the file may be a secret, so it is not quoted, not even where it is wrong.
function broken(path: string, reason: string): CliError {
  return new CliError("config_broken", `${path} can't be used: ${reason}.`, {
    hint: "Nothing was changed. Mend the file, or move it away to start anew without it.",
  });
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    throw broken(path, `reading it fails with ${code}`);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw broken(path, "it is not JSON");
  }
}

/** The file that is replaced. A link, as into a repository of settings, stays, and the file that it leads to is replaced. */
async function placeOf(path: string): Promise<string> {
  const place = await realpath(path).catch(unlessMissing);
  if (place !== undefined) return place;
  if ((await lstat(path).catch(unlessMissing)) === undefined) return path;
  throw new CliError("config_broken", `${path} is a link that leads nowhere.`, {
    hint: "Nothing was changed. Mend the link, or remove it.",
  });
}

/** Asked once all is written, just before it takes its place. @throws CliError storage_unavailable */
async function checkHeld(path: string, lock: ProcessLock): Promise<void> {
  if (await lock.isHeld()) return;
  const message = `Another process has taken over ${path} while this one stood still.`;
  throw new CliError("storage_unavailable", message, { hint: "Nothing was changed. Try again." });
}

/** A file that a former owner of the lock has written, and not put in its place yet, gets there no more. */
async function fence(path: string): Promise<void> {
  const place = await placeOf(path);
  await removeTemporaries(dirname(place), (name) => name === basename(place));
}

async function write(path: string, content: unknown, lock: ProcessLock): Promise<void> {
  try {
    await replaceFile(await placeOf(path), async (file) => {
      await file.writeFile(`${JSON.stringify(content, null, 2)}\n`);
      await checkHeld(path, lock);
    });
  } catch (error) {
    if (error instanceof CliError) throw error;
    if (error instanceof NoPlainFile) throw broken(path, "there is no plain file");
    const code = errorCode(error);
    const isFull = code === "ENOSPC" || code === "EDQUOT";
    const message = `${path} can't be written (${code ?? String(error)}).`;
    throw new CliError(isFull ? "storage_full" : "storage_unavailable", message, { cause: error });
  }
}

export function privateJsonFile<Schema extends v.GenericSchema>(
  folder: string,
  name: string,
  schema: Schema,
  whenMissing: v.InferOutput<Schema>,
  { silenceMs }: { silenceMs?: number } = {},
): PrivateJsonFile<v.InferOutput<Schema>> {
  const path = join(folder, `${name}.json`);

  const read = async (): Promise<v.InferOutput<Schema>> => {
    const text = readText(path);
    if (text === undefined) return whenMissing;
    const result = v.safeParse(schema, parseJson(path, text));
    if (result.success) return result.output;
    const where = v.getDotPath(result.issues[0]);
    throw broken(path, `${where ?? "the whole"} is not what belongs there`);
  };

  return {
    read,
    async update(change) {
      // What can't be used is refused before there is as much as a lock beside it.
      await read();
      await withFileLock(folder, name, async (lock) => write(path, change(await read()), lock), {
        silenceMs,
        fence: () => fence(path),
      });
    },
  };
}
