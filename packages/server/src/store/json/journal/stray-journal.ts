import { type FileSystem, syncFolder } from "@outlay/files";
import type { Guard } from "./guard.ts";

/** A journal whose creation failed half-way; it is removed before another change is written. */
export class StrayJournal {
  readonly #folder: string;
  readonly #fs: FileSystem;
  readonly #guard: Guard;
  #path: string | undefined;

  constructor(folder: string, fs: FileSystem, guard: Guard) {
    this.#folder = folder;
    this.#fs = fs;
    this.#guard = guard;
  }

  /** Removes it now, or on a later request. */
  async drop(path: string): Promise<void> {
    this.#path = path;
    await this.remove().catch(() => undefined);
  }

  /** @throws LockLost, and whatever the file system throws */
  async remove(): Promise<void> {
    if (this.#path === undefined) return;
    await this.#guard();
    await this.#fs.rm(this.#path, { force: true });
    await syncFolder(this.#folder, this.#fs);
    this.#path = undefined;
  }

  /** Keeps it, because it is one of the journals in use. */
  keep(): void {
    this.#path = undefined;
  }
}
