import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, it } from "vitest";
import { environment, newFolder, root, runProgram } from "./program.ts";

const cli = join(root, "packages/cli");

interface Meta {
  outputs: Record<string, { inputs: Record<string, unknown> }>;
}

// Tells every module that is loaded on stderr.
const tellLoaded = `
import { register } from "node:module";
const hooks = 'import { writeSync } from "node:fs"; export async function load(url, context, next) { writeSync(2, "loaded " + url + "\\\\n"); return next(url, context); }';
register("data:text/javascript," + encodeURIComponent(hooks));
`;

/** The packages whose code a command line loads from the bundle. */
async function packagesLoadedBy(args: string[]): Promise<Set<string>> {
  const hook = `data:text/javascript,${encodeURIComponent(tellLoaded)}`;
  const { code, stderr } = await runProgram(
    process.execPath,
    ["--import", hook, join(cli, "bin/outlay.js"), ...args],
    { env: environment(await newFolder(), { NODE_OPTIONS: "" }) },
  );
  expect(code).toBe(0);
  const loaded = stderr.split("\n").flatMap((line) => /^loaded (file:.*)$/.exec(line)?.[1] ?? []);
  expect(loaded).toContain(pathToFileURL(join(cli, "dist/main.js")).href);

  const meta = JSON.parse(await readFile(join(cli, "dist/meta.json"), "utf8")) as Meta;
  const files = new Set(loaded.map((url) => basename(url)));
  const sources = Object.entries(meta.outputs)
    .filter(([output]) => files.has(basename(output)))
    .flatMap(([, { inputs }]) => Object.keys(inputs));
  return new Set(
    sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []),
  );
}

it.each(["--help", "add --help", "help import"])(
  "loads nothing of what commands do for help: %s",
  async (line) => {
    const packages = await packagesLoadedBy(line.split(" "));
    expect(packages).toContain("commander");
    for (const other of ["koa", "inquirer", "undici", "jsonwebtoken", "bcryptjs", "valibot"]) {
      expect(packages).not.toContain(other);
    }
  },
);

it("loads the server, but no client for the network, to work on this machine's data", async () => {
  const packages = await packagesLoadedBy(["list"]);
  expect(packages).toContain("koa");
  // What only a server that listens needs.
  const listening = ["helmet", "@koa/cors", "rate-limiter-flexible", "pino", "prom-client"];
  for (const unused of ["undici", "inquirer", "@valibot/to-json-schema", ...listening]) {
    expect(packages).not.toContain(unused);
  }
});

it("loads none of Node's own parts that start programs, which commander would, for the version", async () => {
  const tellParts = `process.on("exit", () => process.stderr.write(process.moduleLoadList.join("\\n")));`;
  const hook = `data:text/javascript,${encodeURIComponent(tellParts)}`;
  const { code, stderr } = await runProgram(
    process.execPath,
    ["--import", hook, join(cli, "bin/outlay.js"), "--version"],
    { env: environment(await newFolder()) },
  );
  expect(code).toBe(0);
  const parts = stderr.split("\n");
  expect(parts).toContain("NativeModule path");
  expect(parts).not.toContain("NativeModule child_process");
});
