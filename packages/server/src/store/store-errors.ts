import { basename } from "node:path";
import { errorCode, NoHardLinks, NoPlainFile } from "@outlay/files";

/** The user name belongs to another account. */
export class UsernameTaken extends Error {
  override name = "UsernameTaken";
}

/** The user to whom the record would belong has been removed. */
export class UserGone extends Error {
  override name = "UserGone";
}

/** The external id belongs to another of the user's records. */
export class ExternalIdTaken extends Error {
  override name = "ExternalIdTaken";
}

/** The user has no category with the key. */
export class CategoryUnknown extends Error {
  override name = "CategoryUnknown";
  readonly key: string;

  constructor(key: string) {
    super(`There is no category ${key}.`);
    this.key = key;
  }
}

/** Another category has the name of a removed one, which therefore can't be made again. */
export class CategoryTaken extends Error {
  override name = "CategoryTaken";
  readonly categoryName: string;

  constructor(categoryName: string) {
    super(`Another category is called ${categoryName}.`);
    this.categoryName = categoryName;
  }
}

/** Some of the records of a change of many aren't there. */
export class NotAllFound extends Error {
  override name = "NotAllFound";
  readonly ids: readonly number[];

  constructor(ids: readonly number[]) {
    super(`There are no records ${ids.join(", ")}.`);
    this.ids = ids;
  }
}

/** A change is of more records than one may be. */
export class TooMany extends Error {
  override name = "TooMany";
  readonly count: number;

  constructor(count: number) {
    super(`A change of ${count} records is too large.`);
    this.count = count;
  }
}

/**
 * The change can't be stored now, and no part of it was. The message is for people and names no
 * path.
 */
export class StorageUnavailable extends Error {
  override name = "StorageUnavailable";
}

/** The disk is read-only; no part of the change was stored. */
export class StorageReadOnly extends StorageUnavailable {
  override name = "StorageReadOnly";
}

/** The data belong to a server on this machine, which can be asked instead. */
export class StorageServed extends StorageUnavailable {
  override name = "StorageServed";
}

/** The file that changes are written to is no longer in the folder. */
export class JournalGone extends StorageUnavailable {
  override name = "JournalGone";

  constructor(options?: ErrorOptions) {
    super("The journal was removed from the data folder; nothing was stored.", options);
  }
}

/** The snapshot is no longer in the folder, or is a different one. */
export class SnapshotGone extends StorageUnavailable {
  override name = "SnapshotGone";

  constructor() {
    super("The snapshot was removed from the data folder, or replaced; nothing was stored.");
  }
}

/** Files of the folder differ from those last read or written. */
export class DataReplaced extends StorageUnavailable {
  override name = "DataReplaced";

  constructor(what: string) {
    super(
      `Somebody has put another ${what} in the data folder; nothing was stored. A restart continues with ` +
        "what is there now.",
    );
  }
}

/** Another process considered this one dead and has taken the data folder. */
export class LockLost extends StorageUnavailable {
  override name = "LockLost";

  /**
   * @param isWritten whether the change was written before that was noticed, so that the other
   * process may have read it
   */
  constructor(isWritten: boolean) {
    super(
      isWritten
        ? "Another process took over the data folder while this one was stalled. The change may have been stored " +
            "or not: check before you try again."
        : "Another process has taken over the data folder; nothing was stored.",
    );
  }
}

/** There is no room for the change; no part of it was stored. */
export class StorageFull extends Error {
  override name = "StorageFull";
}

/** There would be more records than the server allows; no part of the change was stored. */
export class LimitReached extends StorageFull {
  override name = "LimitReached";
  /** Whether nobody can record anything, rather than just one user. */
  readonly isOfServer: boolean;

  constructor(message: string, { isOfServer } = { isOfServer: false }) {
    super(message);
    this.isOfServer = isOfServer;
  }
}

/** The stored data can't be read for certain. Nothing was written. */
export class DataDamaged extends Error {
  override name = "DataDamaged";
}

/** A file can't serve as a backup, or a backup can't be written there. Nothing was changed. */
export class BadBackup extends Error {
  override name = "BadBackup";
}

/** A file already exists where the backup is to be written. */
export class BackupExists extends BadBackup {
  override name = "BackupExists";
}

const fullCodes = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/**
 * Turns the file system's refusal to write into an error of the store; any other error is returned
 * unchanged.
 */
export function storageError(error: unknown): unknown {
  if (error instanceof NoPlainFile) {
    const name = basename(error.path);
    const message =
      `${name} in the data folder is ${error.what} where Outlay needs a file; nothing was stored. ` +
      "It has to be moved away.";
    return new StorageUnavailable(message, { cause: error });
  }
  if (error instanceof NoHardLinks) {
    const message =
      "The data folder is on a file system without hard links, which Outlay needs to keep processes apart; nothing " +
      "was stored. Set OUTLAY_DATA to a folder on another file system.";
    return new StorageUnavailable(message, { cause: error });
  }
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === "EROFS") {
    const message = "The disk is read-only (EROFS); nothing was stored.";
    return new StorageReadOnly(message, { cause: error });
  }
  return fullCodes.has(code)
    ? new StorageFull("The disk is full; nothing was stored.", { cause: error })
    : new StorageUnavailable(`The data can't be written (${code}); nothing was stored.`, {
        cause: error,
      });
}

/**
 * Turns the file system's refusal to read into an error of the store; any other error is returned
 * unchanged.
 */
export function readingError(error: unknown): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  return new StorageUnavailable(`The data can't be read (${code}).`, { cause: error });
}
