import { randomBytes } from "node:crypto";
import { link, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import {
  errorCode,
  makePrivateFolder,
  syncFolder,
  temporaryName,
  writePrivateFile,
} from "@outlay/files";
import { DataDamaged, storageError } from "../store/store-errors.ts";

const minSecretLength = 32;

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw storageError(error);
  }
}

/** Of all that try at once, one makes the secret and the others find it. */
async function make(path: string): Promise<void> {
  const temporary = temporaryName(path);
  const secret = randomBytes(48).toString("base64url");
  try {
    await writePrivateFile(temporary, (file) => file.writeFile(`${secret}\n`));
    await link(temporary, path);
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw storageError(error);
  } finally {
    await rm(temporary, { force: true });
  }
}

/**
 * The key that tokens are signed with, made at the first start and kept beside the data.
 * @throws DataDamaged if the file is there but holds no key: a new one would end every session.
 */
export async function loadOrMakeSecret(folder: string): Promise<string> {
  await makePrivateFolder(folder);
  const path = join(folder, "jwt-secret");
  let secret = await read(path);
  if (secret === undefined) {
    await make(path);
    await syncFolder(folder);
    secret = await read(path);
  }
  if (secret === undefined || secret.length < minSecretLength) {
    throw new DataDamaged(
      `${path} holds no key of at least ${minSecretLength} characters. ` +
        "Remove it to have a new one made; everybody then logs in again.",
    );
  }
  return secret;
}
