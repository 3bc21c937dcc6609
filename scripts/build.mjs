// Bundles the two programs: one start of Node reads a few files instead of several hundred.
// `dist/meta.json` says which source went into which file; a test reads it.
import { rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// CommonJS packages inside an ESM bundle still call `require` for Node's own modules.
const requireBanner = [
  'import { createRequire as outlayCreateRequire } from "node:module";',
  "const require = outlayCreateRequire(import.meta.url);",
].join(" ");

for (const name of ["cli", "server"]) {
  const outdir = `${root}packages/${name}/dist`;
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [`packages/${name}/src/main.ts`],
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.18",
    banner: { js: requireBanner },
    loader: { ".txt": "text" },
    metafile: true,
    logLevel: "warning",
  });
  await writeFile(`${outdir}/meta.json`, JSON.stringify(metafile));
}
