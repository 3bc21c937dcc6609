import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { publint } from "publint";
import { beforeAll, describe, expect, it } from "vitest";
import manifest from "../packages/cli/package.json" with { type: "json" };
import { install, type Installation, readme } from "./installation.ts";
import { newFolder, root, runProgram, serveInstalled } from "./program.ts";

let installation: Installation;
beforeAll(async () => {
  installation = await install();
  return () => installation.remove();
});

/** All files that the tarball may, and must, contain. */
const contents = [
  "package.json",
  "README.md",
  "LICENSE",
  "bin/outlay.cjs",
  "bin/outlay-server.cjs",
  "bin/node-too-old.cjs",
  "dist/main.cjs",
  "dist/outlay-server.cjs",
  "dist/heartbeat-worker.cjs",
  "dist/password-worker.cjs",
  "dist/chunk-HASH.cjs",
  "dist/MODULE-HASH.cjs",
  "dist/help.json",
  "dist/outlay.1",
  "dist/outlay-server.1",
  "dist/THIRD_PARTY.txt",
];

const withoutHash = (path: string) =>
  path
    .replace(/-[0-9A-Z]{8}(?=\.cjs$)/, "-HASH")
    .replace(/^dist\/(?!chunk-)[a-z-]+(?=-HASH\.cjs$)/, "dist/MODULE");

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

describe("the tarball", () => {
  it("is built and installed as the README says, without a registry", () => {
    expect(installation.said).toContain("added 1 package in ");
  });

  it("contains everything it needs, and nothing else", async () => {
    const files = await filesIn(installation.folder);
    expect([...new Set(files.map(withoutHash))].toSorted()).toEqual(contents.toSorted());
  });

  it("knows nothing of the machine it was built on, and has no source maps", async () => {
    for (const file of await filesIn(installation.folder)) {
      const text = await readFile(join(installation.folder, file), "utf8");
      expect(text.includes(root), file).toBe(false);
      expect(text.includes("sourceMappingURL"), file).toBe(false);
    }
  });

  it("has the size and the number of dependencies that the README states", async () => {
    const { folder, tarball } = installation;
    const stated = /The file is ([\d.]+) MB, ([\d.]+) MB unpacked, with (\d+) dependencies/;
    const [, packed, unpacked, dependencies] = (stated.exec(readme) ?? []).map(Number);
    const sizes = await Promise.all(
      (await filesIn(folder)).map(async (file) => (await stat(join(folder, file))).size),
    );
    const megabytes = [(await stat(tarball)).size, sizes.reduce((sum, size) => sum + size, 0)].map(
      (size) => size / 1e6,
    );
    const off = [packed, unpacked].map((value = 0, index) =>
      Math.abs(value - (megabytes[index] ?? Infinity)),
    );
    expect(Math.max(...off), `in fact ${megabytes.join(" and ")} MB`).toBeLessThan(0.1);
    const text = await readFile(join(folder, "package.json"), "utf8");
    const packedManifest = JSON.parse(text) as Partial<Record<string, object>>;
    const needed = ["dependencies", "optionalDependencies", "peerDependencies"].flatMap((kind) =>
      Object.keys(packedManifest[kind] ?? {}),
    );
    expect(needed).toHaveLength(dependencies ?? Infinity);
    expect(packedManifest).not.toHaveProperty("private");
  });

  it("is a package without complaints from publint", async () => {
    const tarball = await readFile(installation.tarball);
    const bytes = tarball.buffer.slice(tarball.byteOffset, tarball.byteOffset + tarball.byteLength);
    const { messages } = await publint({ pack: { tarball: bytes }, strict: true });
    expect(messages).toEqual([]);
  });
});

const man = spawnSync("man", ["--version"]).error === undefined;

it.skipIf(!man)(`man${man ? "" : ", which isn't installed,"} finds both programs`, async () => {
  const { prefix } = installation;
  const { PATH = "" } = process.env;
  const env = { PATH, HOME: prefix, MANPATH: join(prefix, "share/man"), MANWIDTH: "80" };
  for (const page of ["outlay", "outlay-server"]) {
    const { code, stdout, stderr } = await runProgram("man", ["-P", "cat", page], { env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^OUTLAY\(1\) +User Commands +OUTLAY\(1\)\n/);
    expect(stdout).toContain("outlay-server user reset-password <name>");
  }
});

/** This Node, and newer ones if `pnpm run nodes` has installed them. */
const nodes = [
  [`Node ${process.versions.node}`, dirname(process.execPath)] as const,
  ...["22", "24"].map(
    (major) => [`Node ${major}`, join(root, `e2e/nodes/node_modules/node-${major}/bin`)] as const,
  ),
].map(([node, bin]) => {
  const isHere = existsSync(join(bin, "node"));
  return [isHere ? node : `${node}, which isn't here`, { node, bin, isHere }] as const;
});

describe.each(nodes)("the installed package, on %s,", (_name, { node, bin, isHere }) => {
  /** A user with nothing but this Node and Outlay. */
  async function person() {
    const home = await newFolder();
    const { prefix } = installation;
    const env = { PATH: `${bin}:${prefix}/bin:/usr/bin:/bin`, HOME: home, NO_COLOR: "1" };
    const type = async (line: string, input = "") => {
      const [command = "", ...args] = line.split(" ");
      const { code, stdout, stderr } = await runProgram(command, args, { env, input, cwd: home });
      expect({ line, code, stderr: code === 0 ? "" : stderr }).toEqual({
        line,
        code: 0,
        stderr: "",
      });
      return stdout;
    };
    return { home, env, type };
  }

  it.skipIf(!isHere)("records, imports, reports and completes", async () => {
    const { home, type } = await person();
    expect(`Node ${(await type("node --version")).slice(1)}`).toMatch(new RegExp(`^${node}\\b`));
    expect(await type("outlay --version")).toBe(`${manifest.version}\n`);
    expect(await type("outlay add 12.50 Lunch -c food -d 2026-11-22")).toBe(
      "Recorded expense 1: 12.50  FOOD  2026-11-22  Lunch\n",
    );
    const csv = "Date,Description,Amount\n2026-11-23,Bäckerei,-4.20\n2026-11-24,Taxi,-30.00\n";
    await writeFile(join(home, "bank.csv"), csv);
    expect(await type("outlay import bank.csv")).toContain("Imported 2 expenses, 34.20 in total");
    expect(await type("outlay report --month 2026-11")).toMatch(/^Total +46\.70 /m);
    expect(await type("outlay completion bash")).toContain("outlay __complete");
    expect(await type("outlay add --help")).toContain("Usage: outlay add");
    // The cache of compiled code that Node 22 and newer write.
    const isKept = existsSync(join(home, ".cache/outlay"));
    expect(isKept).toBe("enableCompileCache" in module || bin !== dirname(process.execPath));
  });

  it.skipIf(!isHere)("serves others, and stops when told to", async () => {
    const host = await person();
    const guest = await person();
    const server = await serveInstalled(host.env);
    const { url } = server;
    const password = "correct-Horse-77-battery\n";
    await guest.type(`outlay register --server ${url} -u ada --password-stdin`, password);
    await guest.type(`outlay logout`);
    await guest.type(`outlay login --server ${url} -u ada --password-stdin`, password);
    expect(await guest.type("outlay add 30 Taxi -c transport")).toContain(
      "Recorded expense 1: 30.00",
    );
    const answers = await Promise.all(["/docs/", "/openapi.json"].map((path) => fetch(url + path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[0]?.text()).toContain("</html>");
    expect(await answers[1]?.json()).toMatchObject({ info: { version: manifest.version } });
    expect(await server.stop()).toBe(0);
    expect(await host.type("outlay-server user list")).toContain("\tada\t");
  });
});

it("too old a Node gets a one-line error", async () => {
  const { prefix } = installation;
  const older = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.17.9"})`;
  const { engines } = manifest;
  for (const name of ["outlay", "outlay-server"]) {
    const { code, stdout, stderr } = await runProgram(
      process.execPath,
      ["--import", older, join(prefix, "bin", name), "--version"],
      { env: {} },
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      `outlay: Node 20.17.9 is too old; ${engines.node.slice(2)} or newer is needed. See: node --version\n`,
    );
  }
});
