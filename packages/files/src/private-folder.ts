import { chmod, mkdir, stat } from "node:fs/promises";
import { errorCode } from "./error-code.ts";

/** Makes the folder, and those above it, if it isn't there yet; nobody but its owner can look inside. */
export async function makePrivateFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { mode } = await stat(folder);
  if ((mode & 0o777) === 0o700) return;
  await chmod(folder, 0o700).catch((error: unknown) => {
    // Somebody else's folder, or one that can't be changed: the files in it are private by themselves.
    if (!["EPERM", "EROFS"].includes(errorCode(error) ?? "")) throw error;
  });
}
