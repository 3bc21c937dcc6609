/** A file that a command creates never replaces one of Outlay's own, or takes its name. */
import { link, mkdir, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../testing/type-line.ts";

interface Desk {
  root: string;
  home: string;
  data: string;
  run: (...args: string[]) => ReturnType<typeof typeLine>;
  /** All files, except temporary ones. */
  content: () => Promise<Record<string, string>>;
}

/** Settings and data in separate folders, with some content each. */
async function desk(): Promise<Desk> {
  const root = await newFolder();
  const [home, data] = [join(root, "home"), join(root, "data")];
  const run = (...args: string[]) => typeLine(home, args, { env: { OUTLAY_DATA: data } });
  await run("add", "1", "Tea", "-c", "food");
  await run("config", "set", "currency", "EUR");
  await writeFile(join(root, "bank.csv"), "Date,Description,Amount\n2026-03-32,Coffee,-3.80\n");
  return {
    root,
    home,
    data,
    run,
    async content() {
      const found: [string, string][] = [];
      for (const each of await readdir(root, { recursive: true, withFileTypes: true })) {
        const path = join(each.parentPath, each.name);
        if (!each.isFile() || each.name.endsWith(".lock")) continue;
        found.push([relative(root, path), await readFile(path, "utf8")]);
      }
      return Object.fromEntries(found);
    },
  };
}

const commands: [string, (path: string, root: string) => string[]][] = [
  ["backup --force", (path) => ["backup", "--force", path]],
  ["backup", (path) => ["backup", path]],
  ["export --force", (path) => ["export", "--force", "-o", path]],
  ["export", (path) => ["export", "-o", path]],
  [
    "import --plan",
    (path, root) => ["import", join(root, "bank.csv"), "--plan", path, "--dry-run"],
  ],
  ["import --rejects", (path, root) => ["import", join(root, "bank.csv"), "--rejects", path]],
];

const ownPaths = ({ home, data }: Desk) => [
  ...["config", "credentials", "outbox", "rules"].map((name) => join(home, `${name}.json`)),
  join(home, "config.7.lock"),
  ...["outlay.json", "jwt-secret", "journal.99.jsonl", "writer.9.lock"].map((n) => join(data, n)),
];

describe("a file of Outlay's own, existing or not", () => {
  it.each(commands)("is refused by `outlay %s`, and left unchanged", async (_, lineFor) => {
    const at = await desk();
    const before = await at.content();
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(["home/config.json", "home/credentials.json", "data/outlay.json"]),
    );
    for (const path of ownPaths(at)) {
      const { code, stdout, stderr } = await at.run(...lineFor(path, at.root));
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(
        /^outlay: \S+ is one of the files that Outlay keeps its settings and data in\.\nName another file for the .+\.\n$/,
      );
    }
    expect(await at.content()).toEqual(before);
  });

  it("is recognised under any name", async () => {
    const at = await desk();
    const { root, home, data } = at;
    await symlink(home, join(root, "link"));
    await symlink(join(home, "config.json"), join(root, "to-config"));
    await link(join(home, "credentials.json"), join(root, "hard.json"));
    // Settings stored elsewhere through a link, as in a repository.
    await mkdir(join(root, "dotfiles"));
    await rename(join(home, "config.json"), join(root, "dotfiles/outlay-settings"));
    await symlink("../dotfiles/outlay-settings", join(home, "config.json"));
    const kept = join(data, "replaced-2026-11-22T12-00-00.000Z");
    await mkdir(kept);
    await writeFile(join(kept, "outlay.json"), "{}");
    const before = await at.content();
    const spellings = [
      join(root, "link/config.json"),
      `${root}/data/../home/./credentials.json`,
      `${root}//link/../home/credentials.json`,
      relative(process.cwd(), join(home, "config.json")),
      join(root, "hard.json"),
      join(root, "dotfiles/outlay-settings"),
      join(kept, "outlay.json"),
      join(kept, "another.json"),
    ];
    for (const path of spellings) {
      const { code, stderr } = await at.run("backup", "--force", path);
      expect({ path, code, stderr }).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("is one of the files") as unknown,
      });
    }
    expect(await at.run("backup", "--force", join(root, "to-config"))).toMatchObject({ code: 2 });
    expect(await at.content()).toEqual(before);
  });

  it("is recognised in other folders than the current ones", async () => {
    const other = await desk();
    const at = await desk();
    const before = await other.content();
    for (const path of [join(other.data, "outlay.json"), join(other.home, "credentials.json")]) {
      expect(await at.run("backup", "--force", path)).toMatchObject({ code: 2 });
      expect(await at.run("export", "--force", "-o", path)).toMatchObject({ code: 2 });
    }
    expect(await other.content()).toEqual(before);
  });
});

it("a file beside Outlay's own, or of the same name elsewhere, can be created and replaced", async () => {
  const { root, home, run } = await desk();
  for (const path of [join(home, "backup.json"), join(root, "outlay.json")]) {
    expect(await run("backup", path)).toMatchObject({ code: 0 });
    expect(await run("backup", "--force", path)).toMatchObject({ code: 0 });
  }
  for (const path of [join(home, "expenses.csv"), join(root, "config.json")]) {
    expect(await run("export", "-o", path)).toMatchObject({ code: 0 });
    expect(await run("export", "--force", "-o", path)).toMatchObject({ code: 0 });
  }
});
