import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  commandLine,
  errorCode,
  type FileSystem,
  hardLink,
  makePrivateFolder,
  nodeFileSystem,
  syncFolder,
  temporaryName,
  writePrivateFile,
} from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import {
  DataDamaged,
  StorageFull,
  StorageReadOnly,
  StorageUnavailable,
  storageError,
} from "../store/store-errors.ts";

const minSecretLength = 32;

const secretPath = (folder: string) => join(folder, "jwt-secret");

const isLongEnough = (secret: string) => secret.length >= minSecretLength;

const noKey = (path: string) => `${path} holds no key of at least ${minSecretLength} characters.`;
const makeAnew = "Remove it, and a new one will be created; everybody must then log in again";

/** @throws StorageUnavailable */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    throw new StorageUnavailable(`${path} can't be read (${code ?? String(error)}).`, {
      cause: error,
    });
  }
}

/** Creates the secret only once: if several processes try at the same time, one succeeds and the others read its secret. */
async function make(path: string, secret: string, fs: FileSystem): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writePrivateFile(temporary, (file) => file.writeFile(`${secret}\n`), fs);
    await hardLink(temporary, path, fs);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw storageError(error);
  } finally {
    await rm(temporary, { force: true });
  }
}

const newSecret = () => randomBytes(48).toString("base64url");

export interface Secret {
  secret: string;
  /**
   * The reason why the secret could not be saved. In that case it is lost when this process ends.
   */
  unkept: StorageFull | StorageReadOnly | undefined;
}

/**
 * Loads the key that signs tokens. It is created at the first start, and stored beside the data.
 * @throws DataDamaged if the file exists but holds no key: a new one would end every session;
 * StorageUnavailable
 */
export async function loadOrMakeSecret(
  folder: string,
  fs: FileSystem = nodeFileSystem,
): Promise<Secret> {
  await makePrivateFolder(folder);
  const path = secretPath(folder);
  let secret = read(path);
  if (secret === undefined) {
    const made = newSecret();
    try {
      await make(path, made, fs);
    } catch (error) {
      // The key could not be saved, but the data can still be read.
      const canBeRead = error instanceof StorageFull || error instanceof StorageReadOnly;
      if (canBeRead) return { secret: made, unkept: error };
      throw error;
    }
    await syncFolder(folder);
    secret = read(path);
  }
  if (secret === undefined || !isLongEnough(secret)) {
    throw new DataDamaged(`${noKey(path)} ${makeAnew}.`);
  }
  return { secret, unkept: undefined };
}

/**
 * Writes the key again after its file was removed, because with another key everybody would have to log in again.
 */
export async function putBackSecret(
  folder: string,
  secret: string,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const path = secretPath(folder);
  if (read(path) !== undefined) return;
  await make(path, secret, fs);
  await syncFolder(folder);
}

const { ok, note, fault } = checkOf("secret");

/**
 * Checks whether the key that signs tokens exists.
 * @param hasData whether any data are stored beside it
 */
export async function examineSecret(folder: string, hasData: boolean): Promise<Check> {
  const path = secretPath(folder);
  try {
    const secret = read(path);
    if (secret === undefined) {
      return hasData
        ? note(
            "There is no key for signing tokens; with a new one everybody must log in again.",
            "The next command creates one. There is nothing to do.",
          )
        : ok("The next command creates one.");
    }
    return isLongEnough(secret)
      ? ok("The key that signs tokens exists.")
      : fault(noKey(path), `${makeAnew}: ${commandLine("rm", path)}`);
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error;
    return fault(error.message, `Look at it with: ${commandLine("ls", "-ld", path)}`);
  }
}
