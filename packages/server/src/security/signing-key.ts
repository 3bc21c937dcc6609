import { type FileSystem, nodeFileSystem } from "@outlay/files";
import type { OnWrite } from "../store/store-figures.ts";
import { loadOrMakeSecret, putBackSecret } from "./secret-file.ts";

export interface SigningKeyOptions {
  dataFolder: string;
  /** The secret from the settings, which is never stored. */
  jwtSecret: string | undefined;
  /** Whether the process is a server, so that the key must outlast a single command. */
  own: boolean;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  onWrite?: OnWrite | undefined;
  /** The file system; tests pass one that fails. */
  fs?: FileSystem;
}

/** The key that signs tokens, during the life of a process. */
export interface SigningKey {
  /** @throws the errors of loadOrMakeSecret */
  load: () => Promise<string>;
  /** Writes the key again after its file was removed. */
  putBack: () => Promise<void>;
  /** Saves the key as soon as a write succeeds, if it could not be saved before. */
  onWrite: OnWrite;
}

export function signingKey({
  dataFolder,
  jwtSecret,
  own,
  report,
  onWrite,
  fs = nodeFileSystem,
}: SigningKeyOptions): SigningKey {
  let made: string | undefined;
  let isUnkept = false;

  const tellOf = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    report(`The key that signs tokens can't be restored: ${message}`);
  };

  return {
    async putBack() {
      if (made !== undefined) await putBackSecret(dataFolder, made, fs).catch(tellOf);
    },
    async load() {
      if (jwtSecret !== undefined) return jwtSecret;
      const { secret, unkept } = await loadOrMakeSecret(dataFolder, fs);
      made = secret;
      isUnkept = unkept !== undefined;
      if (unkept && own) {
        report(
          "The key that signs tokens is missing, and a new one can't be saved yet. Unless it can be saved before " +
            "this process ends, everybody must log in again afterwards.",
        );
      }
      return secret;
    },
    onWrite(write) {
      onWrite?.(write);
      if (made === undefined || !isUnkept || write.changes === 0) return;
      isUnkept = false;
      // Saving the key is not awaited, because the change is stored without it.
      putBackSecret(dataFolder, made, fs).catch(tellOf);
    },
  };
}
