// How TypeScript becomes what Node runs: the programs, and the benchmarks.
import { mkdir, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// CommonJS packages inside an ESM bundle still call `require` for Node's own modules. They all do so through
// esbuild's helper, which stands in one of the files.
const helper = /(^|;)var __require ?= ?/m;
const require = [
  'import { createRequire as outlayCreateRequire } from "node:module";',
  "const require = outlayCreateRequire(import.meta.url);",
].join("\n");

// koa makes two tables of the thousand media types that mime-db lists each time it is loaded, which takes a tenth
// of what `outlay list` takes. These are those that the server speaks and those that koa names by itself.
const mediaTypes = `${root}scripts/media-types.json`;

// commander loads what starts programs, with all of Node's network behind it, for subcommands that are programs of
// their own. None of Outlay's is, and every command would wait for it.
const noPrograms = {
  name: "no-programs",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]lib[\\/]/.test(importer)
        ? { path: "no-programs", namespace: "outlay" }
        : undefined,
    );
    onLoad({ filter: /^no-programs$/, namespace: "outlay" }, () => ({
      contents: "module.exports = {};",
    }));
  },
};

/**
 * Says which source went into which file.
 * @param {{ entryPoints: string[] | { in: string, out: string }[], outdir: string }} options entry points as
 * seen from the root, and what they are called in the folder where that is something else
 */
export async function bundle({ entryPoints, outdir }) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.18",
    alias: { "mime-db": mediaTypes },
    loader: { ".txt": "text" },
    plugins: [noPrograms],
    metafile: true,
    write: false,
    minifyWhitespace: true,
    minifySyntax: true,
    logLevel: "warning",
  });
  await mkdir(resolve(root, outdir), { recursive: true });
  for (const { path, text } of outputFiles) {
    await writeFile(path, helper.test(text) ? `${require}\n${text}` : text);
  }
  return metafile;
}
