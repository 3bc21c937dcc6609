import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { describe, expect, it } from "vitest";
import { thirdPartyText } from "../scripts/third-party.mjs";
import { newFolder, root } from "./program.ts";

it("the bundle includes the licence of every package in it", async () => {
  const dist = join(root, "packages/cli/dist");
  const meta = JSON.parse(await readFile(join(dist, "meta.json"), "utf8")) as Metafile;
  const sources = Object.values(meta.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  );
  const names = sources.flatMap(
    (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  const text = await readFile(join(dist, "THIRD_PARTY.txt"), "utf8");
  expect(new Set(names).size).toBeGreaterThan(100);
  expect(names.filter((name) => !text.includes(`\n${name} `))).toEqual([]);
});

it("the list of common passwords has its licence beside it", async () => {
  const text = await readFile(join(root, "packages/cli/dist/THIRD_PARTY.txt"), "utf8");
  const licence = await readFile(
    join(root, "packages/server/src/security/common-passwords.LICENSE"),
    "utf8",
  );
  const line = "Django's list of common passwords, made by Royce Williams (BSD-3-Clause)";
  expect(text).toContain(`\n${line}\n\n${licence.trim()}\n`);
});

/** A folder with a package, and metadata of esbuild that says its code is in the bundle. */
async function bundled(name: string, files: Readonly<Record<string, string>>) {
  const folder = await newFolder();
  const path = `node_modules/${name}`;
  await mkdir(join(folder, path), { recursive: true });
  await writeFile(join(folder, "LICENSE"), "MIT License\n\nCopyright (c) 2026 Us\n\nYou may.\n");
  const manifest = JSON.stringify({ name, version: "1.2.3", license: "MIT" });
  for (const [file, text] of Object.entries({ "package.json": manifest, ...files })) {
    await writeFile(join(folder, path, file), text);
  }
  const inputs = { [`${path}/index.js`]: { bytesInOutput: 1 } };
  const output = { bytes: 1, imports: [], exports: [], inputs };
  return thirdPartyText(folder, { inputs: {}, outputs: { "main.cjs": output } });
}

describe("a package in a bundle", () => {
  it("is listed under its own licence text", async () => {
    const text = await bundled("good", { "license.md": "Copyright them\n", "index.js": "" });
    expect(text).toContain("good 1.2.3 (MIT)\n\nCopyright them\n");
  });

  it("stops the build without one", async () => {
    await expect(bundled("bad", { "README.md": "MIT" })).rejects.toThrow(
      "bad has no licence text: look for it, and add it to scripts/third-party.mjs",
    );
  });

  it("is listed under its licence's standard text if the copyright holder is known", async () => {
    expect(await bundled("koa-compose", {})).toContain(
      "koa-compose 1.2.3 (MIT)\n\nMIT License\n\nCopyright (c) 2013 TJ Holowaychuk\n\nYou may.\n",
    );
  });
});
