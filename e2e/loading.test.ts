import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { expect, it } from "vitest";
import { environment, newFolder, root, runProgram } from "./program.ts";

const cli = join(root, "packages/cli");

interface Meta {
  outputs: Record<string, { inputs: Record<string, unknown> }>;
}

// Reports every loaded file on stderr.
const tellLoaded = `
import module from "node:module";
process.on("exit", () => process.stderr.write(Object.keys(module._cache).map((path) => "loaded " + path + "\\n").join("")));
`;

/** The sources that a command line loads from the bundle. */
async function sourcesLoadedBy(args: string[], home: string): Promise<string[]> {
  const hook = `data:text/javascript,${encodeURIComponent(tellLoaded)}`;
  const { code, stderr } = await runProgram(
    process.execPath,
    ["--import", hook, join(cli, "bin/outlay.cjs"), ...args],
    { env: environment(home, { NODE_OPTIONS: "" }) },
  );
  expect(code).toBe(0);
  const loaded = stderr.split("\n").flatMap((line) => /^loaded (.*)$/.exec(line)?.[1] ?? []);
  expect(loaded).toContain(join(cli, "dist/main.cjs"));

  const meta = JSON.parse(await readFile(join(cli, "dist/meta.json"), "utf8")) as Meta;
  const files = new Set(loaded.map((path) => basename(path)));
  return Object.entries(meta.outputs)
    .filter(([output]) => files.has(basename(output)))
    .flatMap(([, { inputs }]) => Object.keys(inputs));
}

/** The packages whose code a command line loads from the bundle. */
async function packagesLoadedBy(args: string[]): Promise<Set<string>> {
  const sources = await sourcesLoadedBy(args, await newFolder());
  return new Set(
    sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []),
  );
}

it.each(["--help", "add --help", "help import"])(
  "loads no command's code for help: %s",
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
  for (const used of ["koa", "jsonwebtoken", "co-body"]) expect(packages).toContain(used);
  // Modules that only a listening server needs.
  const listening = ["helmet", "@koa/cors", "rate-limiter-flexible", "pino", "prom-client"];
  // Packages that scripts/bundle.mjs replaces by stand-ins.
  const replaced = ["semver", "qs", "mime-db"];
  const others = ["undici", "inquirer", "@valibot/to-json-schema"];
  for (const unused of [...others, ...listening, ...replaced]) {
    expect(packages).not.toContain(unused);
  }
});

it.each(["list", "rules list", "--version"])(
  "loads nothing that reads files of banks but to import: %s",
  async (line) => {
    const loaded = await sourcesLoadedBy(line.split(" "), await newFolder());
    const reading = /^packages\/import\/src\/(?:formats|given|own|plan|rows|sniff)\//;
    expect(loaded.filter((source) => reading.test(source))).toEqual([]);
  },
);

it("loads no list of common passwords to make the account of a machine", async () => {
  const list = "packages/server/src/security/common-passwords.txt";
  expect(await sourcesLoadedBy(["list"], await newFolder())).not.toContain(list);
});

it("jsonwebtoken asks semver only for versions of Node that its stand-in assumes", async () => {
  const lib = join(root, "packages/server/node_modules/jsonwebtoken/lib");
  const names = await readdir(lib);
  const texts = await Promise.all(names.map((name) => readFile(join(lib, name), "utf8")));
  const uses = texts.flatMap((text) => text.match(/semver\..*/g) ?? []);
  expect(uses.toSorted()).toEqual([
    "semver.satisfies(process.version, '>=15.7.0');",
    "semver.satisfies(process.version, '>=16.9.0');",
    "semver.satisfies(process.version, '^6.12.0 || >=8.0.0');",
  ]);
});
