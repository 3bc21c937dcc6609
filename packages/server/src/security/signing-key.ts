import { type FileSystem, nodeFileSystem } from "@outlay/files";
import type { OnWrite } from "../store/store-figures.ts";
import { loadOrMakeSecret, putBackSecret } from "./secret-file.ts";

export interface SigningKeyOptions {
  dataFolder: string;
  /** One that is set; it is never written down. */
  jwtSecret: string | undefined;
  /** Whether it is to hold for longer than one command. */
  own: boolean;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
  onWrite?: OnWrite | undefined;
  /** Tests give one that fails. */
  fs?: FileSystem;
}

/** The key that tokens are signed with, as long as a process runs. */
export interface SigningKey {
  /** @throws as loadOrMakeSecret */
  load: () => Promise<string>;
  /** Writes it once more where its file is gone. */
  putBack: () => Promise<void>;
  /** Keeps it, too, once something could be written where that was impossible before. */
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
      // Nobody waits for it: the change is kept without it.
      putBackSecret(dataFolder, made, fs).catch(tellOf);
    },
  };
}
