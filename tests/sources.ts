/** The project's own files, as text. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lazily } from "../packages/shared/src/lazily.ts";

export const root = fileURLToPath(new URL("..", import.meta.url));

export interface Source {
  path: string;
  text: string;
  imports: string[];
}

const isTest = (path: string) => /\.test\.ts$|-suite\.ts$|(^|\/)(testing|suite)\//.test(path);

/** A package's source without its tests. @param name the package's folder in packages */
export function sourcesOf(name: string): Source[] {
  const folder = `packages/${name}/src`;
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !isTest(path))
    .map((path) => {
      const text = readFileSync(join(root, folder, path), "utf8");
      const imports = [...text.matchAll(/(?:\bfrom |\bimport\(|^import )\s*"([^"]+)"/gm)].map(
        ([, from = ""]) => from,
      );
      return { path, text, imports };
    });
}

/** All files that are, or would be, kept in the repository. */
const keptPaths = lazily((): readonly string[] => {
  const options = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const listed = execFileSync("git", options, { cwd: root, encoding: "utf8" });
  return listed.split("\n").filter((path) => path !== "" && existsSync(join(root, path)));
});

export const filesEndingIn = (...ends: string[]): { path: string; text: string }[] =>
  keptPaths()
    .filter((path) => ends.some((end) => path.endsWith(end)))
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** Whether a file or folder that a text names exists where readers would look for it. */
export function isThere(named: string): boolean {
  const path = named.replace(
    /^(cli|server|shared|files|import|testing)\/src\//,
    "packages/$1/src/",
  );
  return existsSync(join(root, path)) || keptPaths().some((one) => one.includes(`/${path}`));
}

/** Commits up to this one have longer subjects. */
const lastWithLongSubject = "0f24eaf";

/** The subjects of the commits since, as far back as the clone goes. */
export function commitSubjects(): string[] {
  const options = { cwd: root, encoding: "utf8" } as const;
  const lines = execFileSync(
    "git",
    ["log", "--no-merges", "--format=%h %s", "--abbrev=7"],
    options,
  ).split("\n");
  const end = lines.findIndex((line) => line.startsWith(lastWithLongSubject));
  return lines.slice(0, end < 0 ? -1 : end).map((line) => line.slice(line.indexOf(" ") + 1));
}
