/**
 * Temporary files for the duration of an import. They have no names: nobody else can open them, and they vanish
 * when the process ends, however it ends.
 */
import { type FileHandle, open, unlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { errorCode } from "@outlay/files";
import { ImportRefusal } from "./refusal.ts";
import { textOf } from "./text-of.ts";

export const pieceBytes = 64 * 1024;

/** Turns errors of a write into refusals. @throws ImportRefusal storage_full, storage_unavailable */
export async function writing<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const isFull = code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
    throw new ImportRefusal(
      isFull ? "storage_full" : "storage_unavailable",
      `Temporary files, which an import needs while it runs, can't be written to ${tmpdir()} (${code}).`,
      isFull
        ? "Nothing was imported. Free some space there, or set TMPDIR to another folder."
        : "Nothing was imported. Set TMPDIR to a folder that can be written to.",
      error,
    );
  }
}

/** Opens a temporary file, which the caller closes. @throws ImportRefusal storage_full, storage_unavailable */
export const newTemporaryFile = (): Promise<FileHandle> =>
  writing(async () => {
    const path = join(tmpdir(), `outlay-${crypto.randomUUID()}`);
    const file = await open(path, "wx+", 0o600);
    try {
      await unlink(path);
    } catch (error) {
      await file.close();
      throw error;
    }
    return file;
  });

/** Reads a whole file from its beginning, regardless of the current position. */
export async function* bytesOf(file: FileHandle): AsyncIterable<Buffer> {
  let position = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(pieceBytes);
    const { bytesRead } = await file.read(piece, 0, pieceBytes, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield piece.subarray(0, bytesRead);
  }
}

/** Reads lines without their line ends, as many at a time as a piece of the file contains. */
export async function* linesOf(file: FileHandle): AsyncIterable<string[]> {
  let begun: Buffer[] = [];
  for await (const piece of bytesOf(file)) {
    const end = piece.lastIndexOf("\n");
    if (end >= 0) {
      yield textOf(Buffer.concat([...begun, piece.subarray(0, end)])).split("\n");
      begun = [];
    }
    begun.push(piece.subarray(end + 1));
  }
  const rest = textOf(Buffer.concat(begun));
  if (rest !== "") yield [rest];
}
