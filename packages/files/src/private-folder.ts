import { chmod, mkdir } from "node:fs/promises";

/**
 * Makes the folder, and those above it, if it isn't there yet; nobody but its owner can look inside.
 * One that is there already stays as it is: it may be meant for others too.
 */
export async function makePrivateFolder(folder: string): Promise<void> {
  const created = await mkdir(folder, { recursive: true, mode: 0o700 });
  // The umask may have taken bits from the mode; the owner's own are always wanted.
  if (created !== undefined) await chmod(folder, 0o700);
}
