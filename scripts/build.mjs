// Bundles the two programs, so that Node reads a few files at start instead of several hundred.
// `dist/meta.json` lists the sources of each file; a test reads it.
import { execFileSync } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.mjs";
import { thirdPartyText } from "./third-party.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = `${root}packages/cli`;

const server = "packages/server/src/main.ts";
// The workers that a listening server, which both programs contain, starts as threads.
const workers = [
  { in: "packages/server/src/security/password-worker.cjs", out: "password-worker" },
  { in: "packages/files/src/locks/heartbeat-worker.cjs", out: "heartbeat-worker" },
];

/** Returns esbuild's metadata of the files. */
async function bundleInto(outdir, entryPoints) {
  await rm(outdir, { recursive: true, force: true });
  const metafile = await bundle({ entryPoints: [...entryPoints, ...workers], outdir });
  await writeFile(`${outdir}/meta.json`, JSON.stringify(metafile));
  return metafile;
}

await bundleInto(`${root}packages/server/dist`, [{ in: server, out: "main" }]);
// The installed package has both programs, which share most of their files.
const metafile = await bundleInto(`${cli}/dist`, [
  { in: "packages/cli/src/main.ts", out: "main" },
  { in: server, out: "outlay-server" },
]);
await writeFile(`${cli}/dist/THIRD_PARTY.txt`, await thirdPartyText(root, metafile));

const said = (program, argument, input = "") =>
  execFileSync(process.execPath, [`${cli}/bin/${program}.cjs`, argument], {
    encoding: "utf8",
    input,
  });

// The programs themselves generate the descriptions of commands for the help and the manual.
await writeFile(`${cli}/dist/help.json`, said("outlay", "__describe"));
const serverHelp = said("outlay-server", "--help");
await writeFile(`${cli}/dist/outlay.1`, said("outlay", "__man", serverHelp));
// The manual page under the server's name, too.
await writeFile(`${cli}/dist/outlay-server.1`, ".so man1/outlay.1\n");
