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

/** A JSON file that only its owner can read, always replaced as a whole. */
export interface PrivateJsonFile<Content> {
  /** @throws CliError config_broken; never repairs or replaces the file by itself */
  read(): Promise<Content>;
  /**
   * Replaces the file's contents with the result of `change`, one process at a time.
   * @throws CliError config_broken, storage_unavailable, storage_full
   */
  update(change: (content: Content) => Content): Promise<void>;
}

// The file's text may be a secret, so it is never quoted, not even where it is wrong.
function broken(path: string, reason: string): CliError {
  return new CliError("config_broken", `${path} can't be used: ${reason}.`, {
    hint: "Nothing was changed. Repair the file, or move it away to start without it.",
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

/**
 * The file that is replaced. A symbolic link, for instance into a repository of settings, stays: its target
 * is replaced.
 */
async function placeOf(path: string): Promise<string> {
  const place = await realpath(path).catch(unlessMissing);
  if (place !== undefined) return place;
  if ((await lstat(path).catch(unlessMissing)) === undefined) return path;
  throw new CliError("config_broken", `${path} is a link to a file that doesn't exist.`, {
    hint: "Nothing was changed. Repair the link, or remove it.",
  });
}

/**
 * Checks, just before the new file replaces the old one, that this process still owns the lock.
 * @throws CliError storage_unavailable
 */
async function checkHeld(path: string, lock: ProcessLock): Promise<void> {
  if (await lock.isHeld()) return;
  const message = `Another process took over ${path} while this one was suspended.`;
  throw new CliError("storage_unavailable", message, { hint: "Nothing was changed. Try again." });
}

/** Removes a file that a former owner of the lock has written but not yet put in place, so that it never is. */
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
    if (error instanceof NoPlainFile) throw broken(path, "it is not a regular file");
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
    throw broken(path, `${where ?? "its content"} is not valid`);
  };

  return {
    read,
    async update(change) {
      // A broken file is refused before as much as a lock is created beside it.
      await read();
      await withFileLock(folder, name, async (lock) => write(path, change(await read()), lock), {
        silenceMs,
        fence: () => fence(path),
      });
    },
  };
}
