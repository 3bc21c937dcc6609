import { errorCode } from "../error-code.ts";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";

/** A file system without hard links, as those of many USB sticks, or one that lets nobody make any. */
export class NoHardLinks extends Error {
  override name = "NoHardLinks";
}

/** How systems say so; Linux says EPERM. */
const codes = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Gives a file a second name, which must not be taken: the one way that Node has to make a whole file exclusively.
 * @throws NoHardLinks, and what the file system throws
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
