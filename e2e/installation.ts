/** The one file that Outlay is installed from, made and installed with the commands of the README. */
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ended, root, runProgram } from "./program.ts";

export const readme = await readFile(join(root, "README.md"), "utf8");

/** The line of the README that does it. */
function readmeLine(command: RegExp): string {
  const [line] = command.exec(readme) ?? [];
  if (line === undefined) throw new Error(`README.md has no line like ${command}`);
  return line.trim();
}

export interface Installation {
  /** What was made of the clone. */
  tarball: string;
  /** What npm was told to install below. */
  prefix: string;
  /** The package's own folder. */
  folder: string;
  packed: Ended;
  installed: Ended;
  remove(): Promise<void>;
}

/** Into an empty prefix, from an empty home, where no registry can be reached. */
export async function install(): Promise<Installation> {
  const base = await mkdtemp(join(tmpdir(), "outlay-test-"));
  const home = join(base, "home");
  const prefix = join(base, "prefix");
  await mkdir(home);
  const packed = await runProgram(
    "bash",
    ["-c", `${readmeLine(/^ {4}.* tarball$/m)} --pack-destination "${base}"`],
    // What is built already is packed: to build it anew would take it from under other tests.
    { env: { ...process.env, npm_config_ignore_scripts: "true" }, cwd: root },
  );
  const { PATH } = process.env;
  const installed = await runProgram(
    "bash",
    ["-c", `${readmeLine(/^ {4}npm install -g .*$/m)} --prefix "${prefix}"`],
    { env: { PATH, HOME: home, npm_config_registry: "http://127.0.0.1:9/" }, cwd: base },
  );
  const tarball = (await readdir(base)).find((name) => name.endsWith(".tgz"));
  return {
    tarball: join(base, tarball ?? "none"),
    prefix,
    folder: join(prefix, "lib/node_modules/outlay"),
    packed,
    installed,
    remove: () => rm(base, { recursive: true, force: true }),
  };
}
