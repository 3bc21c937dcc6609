import type { BigIntStats } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import {
  type FileSystem,
  NoPlainFile,
  OneAtATime,
  replaceFile,
  unlessMissing,
  writeAll,
} from "@outlay/files";
import type { Adapter } from "lowdb";
import { openPlain } from "../text/open-plain.ts";
import { firstFormat, readFirstFormat } from "./read-first-format.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { Snapshot } from "./snapshot.ts";
import { findFault } from "./snapshot-fault.ts";
import { damageIn } from "../text/text-fault.ts";
import { snapshotChunks } from "./write-snapshot.ts";

const formatPattern = /^\{"format":"(outlay-\d+)",/;
const formatBytes = 64;

/** A long write is synced in parts, so that syncs of the journal beside it stay short. */
const bytesPerSync = 1024 * 1024;

/** The write was stopped; the file is unchanged. */
export class WriteStopped extends Error {
  override name = "WriteStopped";
}

/** Distinguishes a file's content at one time from that at another. */
interface Version {
  key: string;
  sizeBytes: number;
}

const versionOf = ({ ino, mtimeNs, size }: BigIntStats): Version => ({
  key: `${ino}:${mtimeNs}:${size}`,
  sizeBytes: Number(size),
});

/** The format that a file claims to have; undefined for a file that isn't Outlay's. */
async function formatOf(file: FileHandle): Promise<string | undefined> {
  const bytes = Buffer.alloc(formatBytes);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
  return formatPattern.exec(bytes.toString("latin1", 0, bytesRead))?.[1];
}

/** lowdb's adapter for one file, which is always replaced as a whole and synced. */
export class SnapshotFile implements Adapter<Snapshot> {
  readonly path: string;
  /** The format of the file last read. */
  format: string | undefined;
  readonly #fs: FileSystem;
  readonly #mayReplace: () => Promise<boolean>;
  #version: Version | undefined;
  /** The version of the file that is about to be put in place, or has just been. */
  #next: Version | undefined;
  #isStopped = false;

  /** @param mayReplace checked when everything is written, just before the file is replaced */
  constructor(path: string, fs: FileSystem, mayReplace = () => Promise.resolve(true)) {
    this.path = path;
    this.#fs = fs;
    this.#mayReplace = mayReplace;
  }

  /** The size of the file last read or written. */
  get sizeBytes(): number {
    return this.#version?.sizeBytes ?? 0;
  }

  /** @throws DataDamaged for anything but a file once written here; a missing file is null. */
  async read(): Promise<Snapshot | null> {
    this.#version = undefined;
    this.#next = undefined;
    this.format = undefined;
    const file = await this.#open();
    if (!file) return null;
    try {
      this.#version = versionOf(await file.stat({ bigint: true }));
      this.format = await formatOf(file);
      if (this.format === firstFormat) return readFirstFormat(await file.readFile("utf8"));
      const snapshot = await readSnapshot(file, this.#version.sizeBytes);
      if (!snapshot) throw await findFault(file);
      return snapshot;
    } catch (error) {
      throw damageIn(this.path, error);
    } finally {
      await file.close();
    }
  }

  /**
   * Undefined where it is missing.
   * @throws DataDamaged where it isn't a file
   */
  async #open(): Promise<FileHandle | undefined> {
    try {
      return await openPlain(this.path, this.#fs);
    } catch (error) {
      if (error instanceof NoPlainFile) {
        this.#version = versionOf(await this.#fs.stat(this.path, { bigint: true }));
      }
      return unlessMissing(damageIn(this.path, error));
    }
  }

  /**
   * Writes in slices, so that other work goes on meanwhile.
   * @throws WriteStopped
   */
  async write(snapshot: Snapshot): Promise<void> {
    this.#isStopped = false;
    const write = async (file: FileHandle) => {
      await this.#writeChunks(file, snapshotChunks(snapshot));
      this.#next = versionOf(await file.stat({ bigint: true }));
      if (!(await this.#mayReplace())) throw new WriteStopped();
    };
    await replaceFile(this.path, write, this.#fs);
    this.#version = this.#next;
  }

  /** @throws WriteStopped */
  async #writeChunks(file: FileHandle, chunks: Iterable<Buffer>): Promise<void> {
    // Prepares the next part while one is being written.
    const writing = new OneAtATime();
    const syncing = new OneAtATime();
    let unsyncedBytes = 0;
    try {
      for (const chunk of chunks) {
        if (this.#isStopped) throw new WriteStopped();
        await writing.start(() => writeAll(file, chunk));
        unsyncedBytes += chunk.length;
        if (unsyncedBytes < bytesPerSync) continue;
        await syncing.start(() => file.datasync());
        unsyncedBytes = 0;
      }
    } finally {
      try {
        await writing.end();
      } finally {
        await syncing.end();
      }
    }
  }

  /** Makes a write under way end without having happened. */
  stop(): void {
    this.#isStopped = true;
  }

  /** The fate of the file since it was last read or written here. */
  async look(): Promise<"same" | "gone" | "other"> {
    const current = await this.#fs.stat(this.path, { bigint: true }).then(versionOf, unlessMissing);
    // A write that failed after its rename has replaced the file all the same.
    if (current?.key === this.#version?.key) return "same";
    if (current === undefined) return "gone";
    return current.key === this.#next?.key ? "same" : "other";
  }

  /** Whether another process has replaced the file since it was last read or written here. */
  async hasChanged(): Promise<boolean> {
    return (await this.look()) !== "same";
  }
}
