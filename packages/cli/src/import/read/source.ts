/** The bytes to import, which can be read as often as need be. */
import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { errorCode } from "@outlay/files";
import { bytesOf, newTemporaryFile, pieceBytes, writing } from "../temporary.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";

export interface Source {
  /** What it is called in the list of imports. */
  name: string;
  chunks(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: pieceBytes }))
      yield chunk as Uint8Array;
  } catch (error) {
    throw usageError(`${path} can't be read: reading it fails with ${errorCode(error)}.`);
  }
}

/** Keeps what can be read only once, for the time of the command. */
async function spooled(name: string, input: AsyncIterable<Uint8Array>): Promise<Source> {
  const file = await newTemporaryFile();
  const source = { name, chunks: () => bytesOf(file), close: () => file.close() };
  try {
    for await (const chunk of input) await writing(() => file.writeFile(chunk));
    return source;
  } catch (error) {
    await source.close();
    throw error;
  }
}

/** @param hint said where there is none @throws CliError usage, for what can't be read */
async function found<Found>(
  path: string,
  find: () => Promise<Found>,
  hint?: string,
): Promise<Found> {
  try {
    return await find();
  } catch (error) {
    const code = errorCode(error);
    if (error instanceof CliError || code === undefined) throw error;
    if (code === "ENOENT") throw usageError(`${path} can't be read: there is no such file.`, hint);
    throw usageError(`${path} can't be read: reading it fails with ${code}.`);
  }
}

/** What lies there: a file that can be read, or a pipe. @param hint said where there is none @throws CliError usage */
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
  if (path === "-") return spooled("standard input", readStdin());
  const name = basename(path);
  const isFile = (await findFile(path)).isFile();
  // A named pipe, as `<(…)` in a shell gives it, can be read only once.
  if (!isFile) return found(path, () => spooled(name, createReadStream(path)));
  return { name, chunks: () => chunksOf(path), close: () => Promise.resolve() };
}
