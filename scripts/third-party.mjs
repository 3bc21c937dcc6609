// Collects the licences of the packages in a bundle, which have to accompany it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Packages that declare the MIT licence but lack its text, with the copyright holder that they or their
 * repository name. A package without a text that is not listed here stops the build.
 */
const withoutText = {
  "copy-to": "Copyright (c) 2014 dead_horse",
  "koa-compose": "Copyright (c) 2013 TJ Holowaychuk",
};

/** Code in the bundle that comes from no package, by path: its name, and the file with its licence. */
const others = {
  "packages/server/src/security/common-passwords.txt": {
    line: "Django's list of common passwords, made by Royce Williams (BSD-3-Clause)",
    licence: "packages/server/src/security/common-passwords.LICENSE",
  },
};

const licenceFile = /^(licen[cs]e|copying|notice)/i;

/**
 * The files with code in the bundle.
 * @param {import("esbuild").Metafile} metafile
 */
const sourcesIn = ({ outputs }) =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
      bytesInOutput > 0 ? [path] : [],
    ),
  );

/**
 * The folders of the packages with code in the bundle.
 * @param {string[]} sources
 */
function packageFolders(sources) {
  const folders = sources.flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? [],
  );
  return [...new Set(folders)].toSorted();
}

/** Our own licence is MIT too, with another copyright holder. */
async function mitText(root, copyright) {
  const own = await readFile(join(root, "LICENSE"), "utf8");
  return own.replace(/^Copyright .*$/m, copyright);
}

async function licenceOf(root, folder, { name, license }) {
  const names = (await readdir(join(root, folder))).filter((file) => licenceFile.test(file));
  const texts = await Promise.all(
    names.toSorted().map((file) => readFile(join(root, folder, file), "utf8")),
  );
  const text = texts.map((each) => each.trim()).join("\n\n");
  if (text !== "") return text;
  const copyright = withoutText[name];
  if (copyright !== undefined && license === "MIT") return mitText(root, copyright);
  throw new Error(
    `${name} has no licence text: look for it, and add it to scripts/third-party.mjs`,
  );
}

/**
 * All licences, each with the packages under it.
 * @param {string} root
 * @param {import("esbuild").Metafile} metafile
 */
export async function thirdPartyText(root, metafile) {
  const packagesByText = new Map();
  const add = (text, line) => packagesByText.set(text, [...(packagesByText.get(text) ?? []), line]);
  const sources = sourcesIn(metafile);
  for (const folder of packageFolders(sources)) {
    const manifest = JSON.parse(await readFile(join(root, folder, "package.json"), "utf8"));
    const text = await licenceOf(root, folder, manifest);
    add(text, `${manifest.name} ${manifest.version} (${manifest.license})`);
  }
  for (const [path, { line, licence }] of Object.entries(others)) {
    if (!sources.includes(path)) continue;
    add((await readFile(join(root, licence), "utf8")).trim(), line);
  }
  const parts = [...packagesByText].map(
    ([text, lines]) => `${lines.toSorted().join("\n")}\n\n${text}\n`,
  );
  const rule = `\n${"-".repeat(78)}\n\n`;
  return [
    "Outlay has code of these packages in it, under their licences.\n",
    ...parts.toSorted(),
  ].join(rule);
}
