/** Command lines that documents and help suggest work as written: no shell expands any part of them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, outlay, runProgram, environment } from "./program.ts";

const root = join(import.meta.dirname, "..");

/** Texts that suggest command lines, by name. */
async function texts(): Promise<[name: string, text: string][]> {
  const docs = (await readdir(join(root, "docs"))).filter((name) => name.endsWith(".md"));
  const paths = ["README.md", ...docs.map((name) => `docs/${name}`)];
  const home = await newFolder();
  const read = paths.map(async (path): Promise<[string, string]> => [
    path,
    await readFile(join(root, path), "utf8"),
  ]);
  const helps = ["add", "list", "edit", "import", "rules", "export", "budget"].map(
    async (name): Promise<[string, string]> => [
      name,
      (await outlay(home, [name, "--help"])).stdout,
    ],
  );
  return Promise.all([...read, ...helps]);
}

it("no amount has a bare $, which a shell would expand", async () => {
  for (const [name, text] of await texts()) {
    const bare = [...text.matchAll(/(?<!['\w])\$\d[\d.,]*/g)].map(([amount]) => amount);
    expect({ name, bare }).toEqual({ name, bare: [] });
  }
});

it("quoted text in the README survives a shell", async () => {
  const readme = await readFile(join(root, "README.md"), "utf8");
  const quoted = [...readme.matchAll(/`('[^'`]*')`/g)].map(([, words = ""]) => words);
  expect(quoted.length).toBeGreaterThan(1);
  const env = environment(await newFolder());
  for (const words of quoted) {
    const { stdout } = await runProgram("sh", ["-c", `printf %s ${words}`], { env });
    expect(stdout).toBe(words.slice(1, -1));
  }
});
