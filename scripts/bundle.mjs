// How TypeScript becomes what Node runs: the programs, and the benchmarks.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// CommonJS packages inside an ESM bundle still call `require` for Node's own modules.
const requireBanner = [
  'import { createRequire as outlayCreateRequire } from "node:module";',
  "const require = outlayCreateRequire(import.meta.url);",
].join(" ");

// koa makes two tables of the thousand media types that mime-db lists each time it is loaded, which takes a tenth
// of what `outlay list` takes. These are those that the server speaks and those that koa names by itself.
const mediaTypes = `${root}scripts/media-types.json`;

/**
 * Says which source went into which file.
 * @param {{ entryPoints: string[], outdir: string }} options entry points as seen from the root
 */
export async function bundle({ entryPoints, outdir }) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.18",
    banner: { js: requireBanner },
    alias: { "mime-db": mediaTypes },
    loader: { ".txt": "text" },
    metafile: true,
    logLevel: "warning",
  });
  return metafile;
}
