// How TypeScript becomes what Node runs: the programs, and the benchmarks.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// CommonJS packages inside an ESM bundle still call `require` for Node's own modules.
const requireBanner = [
  'import { createRequire as outlayCreateRequire } from "node:module";',
  "const require = outlayCreateRequire(import.meta.url);",
].join(" ");

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
    loader: { ".txt": "text" },
    metafile: true,
    logLevel: "warning",
  });
  return metafile;
}
