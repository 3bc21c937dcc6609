/** Data folders as earlier versions left them. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";

/** A folder with these files, by their names. */
export async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = join(await newFolder(), "data");
  await mkdir(folder, { mode: 0o700 });
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(folder, name), text, { mode: 0o600 });
  }
  return folder;
}

/** The names of a folder's journals and snapshot, each with its format. */
export async function formatsIn(folder: string): Promise<Record<string, string | undefined>> {
  const names = (await readdir(folder)).filter((name) => /\.jsonl?$/.test(name)).toSorted();
  const formats = names.map(async (name) => {
    const text = await readFile(join(folder, name), "utf8");
    return [name, /"format":"([^"]+)"/.exec(text)?.[1]];
  });
  return Object.fromEntries(await Promise.all(formats)) as Record<string, string>;
}
