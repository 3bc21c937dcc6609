import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { type FileSystem, replaceFile, unlessMissing, writeAll } from "@outlay/files";
import type { Adapter } from "lowdb";
import { readFirstFormat } from "./read-first-format.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { Snapshot } from "./snapshot.ts";
import { findFault } from "./snapshot-fault.ts";
import { damageIn } from "./text-fault.ts";
import { snapshotChunks } from "./write-snapshot.ts";

const firstFormatStart = '{"format":"outlay-1",';

/** A long write reaches the disk in parts, so that syncs of the journal beside it stay short. */
const bytesPerSync = 1024 * 1024;

/** The write was stopped; the file is what it was. */
export class WriteStopped extends Error {
  override name = "WriteStopped";
}

/** Tells what a file held at one time from what it holds at another. */
interface Version {
  key: string;
  sizeBytes: number;
}

const versionOf = ({ ino, mtimeNs, size }: BigIntStats): Version => ({
  key: `${ino}:${mtimeNs}:${size}`,
  sizeBytes: Number(size),
});

async function startsWith(file: FileHandle, text: string): Promise<boolean> {
  const bytes = Buffer.alloc(text.length);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
  return bytes.toString("latin1", 0, bytesRead) === text;
}

/** lowdb's adapter over one file that is always replaced whole and synced. */
export class SnapshotFile implements Adapter<Snapshot> {
  readonly path: string;
  /** Whether what was read last is in a format that is no longer written. */
  isOutdated = false;
  readonly #fs: FileSystem;
  readonly #mayReplace: () => Promise<boolean>;
  #version: Version | undefined;
  #isStopped = false;

  /** @param mayReplace asked when all is written, just before it takes its place */
  constructor(path: string, fs: FileSystem, mayReplace = () => Promise.resolve(true)) {
    this.path = path;
    this.#fs = fs;
    this.#mayReplace = mayReplace;
  }

  /** Of what was last read or written. */
  get sizeBytes(): number {
    return this.#version?.sizeBytes ?? 0;
  }

  /** @throws DataDamaged for anything but what was once written here; a missing file is null. */
  async read(): Promise<Snapshot | null> {
    const file = await this.#fs.open(this.path, "r").catch(unlessMissing);
    this.#version = undefined;
    this.isOutdated = false;
    if (!file) return null;
    try {
      this.#version = versionOf(await file.stat({ bigint: true }));
      this.isOutdated = await startsWith(file, firstFormatStart);
      if (this.isOutdated) return readFirstFormat(await file.readFile("utf8"));
      const snapshot = await readSnapshot(file, this.#version.sizeBytes);
      if (!snapshot) throw await findFault(file);
      return snapshot;
    } catch (error) {
      throw damageIn(this.path, error);
    } finally {
      await file.close();
    }
  }

  /** In slices: other work goes on meanwhile. @throws WriteStopped */
  async write(snapshot: Snapshot): Promise<void> {
    this.#isStopped = false;
    let written: Version | undefined;
    const write = async (file: FileHandle) => {
      let unsyncedBytes = 0;
      for (const chunk of snapshotChunks(snapshot)) {
        if (this.#isStopped) throw new WriteStopped();
        await writeAll(file, chunk);
        unsyncedBytes += chunk.length;
        if (unsyncedBytes < bytesPerSync) continue;
        await file.datasync();
        unsyncedBytes = 0;
      }
      written = versionOf(await file.stat({ bigint: true }));
      if (!(await this.#mayReplace())) throw new WriteStopped();
    };
    await replaceFile(this.path, write, this.#fs);
    this.#version = written;
  }

  /** Makes a write that is under way end without having happened. */
  stop(): void {
    this.#isStopped = true;
  }

  /** Whether another process has replaced the file since it was last read or written here. */
  async hasChanged(): Promise<boolean> {
    const current = await this.#fs.stat(this.path, { bigint: true }).then(versionOf, unlessMissing);
    return current?.key !== this.#version?.key;
  }
}
