import { errorCode } from "../error-code.ts";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";

/** The file system has no hard links, as on many USB sticks, or doesn't let anybody make any. */
export class NoHardLinks extends Error {
  override name = "NoHardLinks";
}

/** The codes by which systems say so; Linux uses EPERM. */
const codes = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Gives a file a second name, which must not exist yet: Node has no other way to create a whole
 * file exclusively.
 * @throws NoHardLinks, and whatever the file system throws
 */
export async function hardLink(
  path: string,
  name: string,
  fs: Pick<FileSystem, "link"> = nodeFileSystem,
): Promise<void> {
  try {
    await fs.link(path, name);
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (!codes.has(code)) throw error;
    throw new NoHardLinks(
      `${name} can't be created: its file system has no hard links (${code}).`,
      {
        cause: error,
      },
    );
  }
}
