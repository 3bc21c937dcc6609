// Bundles the two programs: one start of Node reads a few files instead of several hundred.
// `dist/meta.json` says which source went into which file; a test reads it.
import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

for (const name of ["cli", "server"]) {
  const outdir = `${root}packages/${name}/dist`;
  await rm(outdir, { recursive: true, force: true });
  const entryPoints = [
    { in: `packages/${name}/src/main.ts`, out: "main" },
    // Started by a server that listens, which both programs have, as a thread.
    { in: "packages/server/src/security/password-worker.js", out: "password-worker" },
  ];
  const metafile = await bundle({ entryPoints, outdir });
  await writeFile(`${outdir}/meta.json`, JSON.stringify(metafile));
}

// The program says itself what its help says of each command.
const outlay = `${root}packages/cli/bin/outlay.js`;
const described = execFileSync(process.execPath, [outlay, "__describe"], { encoding: "utf8" });
await writeFile(`${root}packages/cli/dist/help.json`, described);
