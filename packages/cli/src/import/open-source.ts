/** The file to import, as a source of bytes. */
import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { errorCode } from "@outlay/files";
import { CliError, usageError } from "../errors/cli-error.ts";
import { ImportRefusal, keptSource, type Source } from "@outlay/import";

const pieceBytes = 64 * 1024;

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }))
      yield chunk as Uint8Array;
  } catch (error) {
    throw usageError(`${path} can't be read: the system reports ${errorCode(error)}.`);
  }
}

/** @param hint shown if there is nothing at the path @throws CliError usage, if it can't be read */
async function found<Found>(
  path: string,
  find: () => Promise<Found>,
  hint?: string,
): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof CliError || error instanceof ImportRefusal) throw error;
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (code === "ENOENT") throw usageError(`${path} can't be read: there is no such file.`, hint);
    throw usageError(`${path} can't be read: the system reports ${code}.`);
  }
}

/** Finds the file or pipe at a path. @param hint shown if there is none @throws CliError usage */
export const findFile = (path: string, hint?: string): Promise<Stats> =>
  found(
    path,
    async () => {
      const stats = await stat(path);
      if (stats.isDirectory()) {
        throw usageError(`${path} is a folder.`, "Name the file to import.");
      }
      if (stats.isFile()) await (await open(path, "r")).close();
      return stats;
    },
    hint,
  );

/**
 * @param path a file, or `-` for standard input
 * @throws CliError usage
 */
export async function openSource(
  path: string,
  readStdin: () => AsyncIterable<Uint8Array>,
): Promise<Source> {
  if (path === "-") return keptSource("standard input", readStdin());
  const name = basename(path);
  const isFile = (await findFile(path)).isFile();
  // A named pipe, as `<(…)` in a shell gives it, can be read only once.
  if (!isFile) return found(path, () => keptSource(name, createReadStream(path)));
  return { name, chunks: () => chunksOf(path), close: () => Promise.resolve() };
}
