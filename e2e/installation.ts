/** Builds and installs the tarball with the commands of the README. */
import { mkdir, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runProgram } from "./program.ts";

export const readme = await readFile(join(root, "README.md"), "utf8");

/** The README's line that does it. */
function readmeLine(command: RegExp): string {
  const [line] = command.exec(readme) ?? [];
  if (line === undefined) throw new Error(`README.md has no line like ${command}`);
  return line.trim();
}

export interface Installation {
  /** The tarball built from the clone. */
  tarball: string;
  /** The prefix that npm installed into. */
  prefix: string;
  /** The package's own folder. */
  folder: string;
  /** The output of npm. */
  said: string;
  remove(): Promise<void>;
}

async function runLine(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { code, stdout, stderr } = await runProgram("bash", ["-c", line], { env, cwd });
  if (code !== 0) throw new Error(`${line} ended with ${code}: ${stdout}${stderr}`);
  return stdout;
}

/** Installs into an empty prefix, from an empty home, without a registry. */
export async function install(): Promise<Installation> {
  const base = await mkdtemp(join(tmpdir(), "outlay-test-"));
  const home = join(base, "home");
  const prefix = join(base, "prefix");
  await mkdir(home);
  await runLine(`${readmeLine(/^ {4}.* tarball$/m)} --pack-destination "${base}"`, root, {
    ...process.env,
    // Packs the existing build: building again would remove files that other tests are using.
    npm_config_ignore_scripts: "true",
  });
  const said = await runLine(
    `${readmeLine(/^ {4}npm install -g .*$/m)} --prefix "${prefix}"`,
    base,
    {
      PATH: process.env["PATH"],
      HOME: home,
      npm_config_registry: "http://127.0.0.1:9/",
      npm_config_fetch_retries: "0",
    },
  );
  const tarball = (await readdir(base)).find((name) => name.endsWith(".tgz"));
  return {
    tarball: join(base, tarball ?? ""),
    prefix,
    folder: join(prefix, "lib/node_modules/outlay"),
    said,
    remove: () => rm(base, { recursive: true, force: true }),
  };
}
