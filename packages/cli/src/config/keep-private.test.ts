import {
  chmod,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../testing/type-line.ts";
import { keepPrivate } from "./keep-private.ts";

const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

/** A folder with the files that a first command and a setting create. */
async function usedFolder(): Promise<string> {
  const home = await newFolder();
  await typeLine(home, ["add", "1", "Tea", "-c", "food"]);
  await typeLine(home, ["config", "set", "currency", "EUR"]);
  return home;
}

describe("settings and tokens that are open to others", () => {
  it("are closed by any command, which says so", async () => {
    const home = await usedFolder();
    const [config, credentials] = [join(home, "config.json"), join(home, "credentials.json")];
    await chmod(home, 0o755);
    await chmod(config, 0o644);
    await chmod(credentials, 0o640);

    expect(await typeLine(home, ["list", "--quiet"])).toMatchObject({
      code: 0,
      stderr:
        `outlay: ${home} was open to other users (mode 755); changed to 700.\n` +
        `outlay: ${config} was open to other users (mode 644); changed to 600.\n` +
        `outlay: ${credentials} was open to other users (mode 640); changed to 600. ` +
        "If somebody may have read it, end the session with outlay logout, and log in again.\n",
    });

    const modes = await Promise.all([home, config, credentials].map(modeOf));
    expect(modes).toEqual(["700", "600", "600"]);
    expect(await typeLine(home, ["list", "--quiet"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("are reported to a program as JSON", async () => {
    const home = await usedFolder();
    await chmod(join(home, "credentials.json"), 0o604);
    const { stderr } = await typeLine(home, ["whoami", "--json"]);
    expect(JSON.parse(stderr)).toMatchObject({ warning: {} });
  });

  it("are left unchanged by doctor", async () => {
    const home = await usedFolder();
    await chmod(join(home, "credentials.json"), 0o644);
    expect(await typeLine(home, ["doctor"])).toMatchObject({ code: 7 });
    expect(await modeOf(join(home, "credentials.json"))).toBe("644");
  });
});

describe("a folder", () => {
  it.each([
    ["everybody's, as /tmp", 0o1777, []],
    ["one of another program", 0o755, ["config.json"]],
  ])("that is %s is refused with the way out, and stays as it is", async (_, mode, names) => {
    const home = join(await newFolder(), "home");
    await mkdir(home);
    for (const name of names) await writeFile(join(home, name), '{"auths":{}}');
    await chmod(home, mode);

    const { code, stderr } = await typeLine(home, ["add", "1", "Tea", "-c", "food"]);

    expect(code).toBe(2);
    expect(stderr).toContain(home);
    expect(stderr).toContain("Set OUTLAY_HOME to a folder for Outlay");
    expect(await modeOf(home)).toBe(mode.toString(8));
    expect(await readdir(home)).toEqual(names);
    const { stdout } = await typeLine(home, ["doctor"]);
    expect(stdout).toContain("OUTLAY_HOME");
    expect(stdout).not.toContain("chmod");
  });

  const foreign: [string, string][] = [
    ["an empty file", ""],
    ["comments", '// The settings of something\n{ "theme": "dark" }\n'],
    ["a version of 1", '{"version": 1, "theme": "dark"}'],
    ["a list", "[]"],
  ];

  it.each(foreign)("with %s for settings is left unchanged, with its contents", async (_, text) => {
    for (const name of ["config.json", "credentials.json", "rules.json"]) {
      const home = join(await newFolder(), "home");
      await mkdir(home);
      await writeFile(join(home, name), text);
      await chmod(join(home, name), 0o644);
      await chmod(home, 0o755);
      const said: string[] = [];
      // The last command needs neither settings nor tokens.
      for (const args of [["config", "set", "currency", "EUR"], ["list"], ["rules", "list"]]) {
        said.push((await typeLine(home, args)).stderr);
        expect(await readFile(join(home, name), "utf8")).toBe(text);
        expect([await modeOf(home), await modeOf(join(home, name))]).toEqual(["755", "644"]);
      }
      expect(said.join("")).toContain("Nothing was changed");
      expect(said.join("")).not.toContain("rights");
      const { stdout } = await typeLine(home, ["doctor"]);
      expect(stdout).not.toContain(`chmod 600 ${join(home, name)}`);
    }
  });

  it.each(foreign)("with %s for settings gets no lock", async (_, text) => {
    const home = await newFolder();
    await writeFile(join(home, "config.json"), text);
    for (const args of [["config", "set", "currency", "EUR"], ["list"]]) {
      const { code, stderr } = await typeLine(home, args);
      expect(code).toBe(2);
      expect(stderr).toContain("Nothing was changed");
      expect(await readdir(home)).toEqual(["config.json"]);
    }
  });

  it("with Outlay settings broken by a mistaken edit is closed once they are repaired", async () => {
    const home = await usedFolder();
    const path = join(home, "config.json");
    const text = await readFile(path, "utf8");
    await writeFile(path, text.slice(0, -3));
    await chmod(path, 0o644);
    await chmod(home, 0o755);
    expect(await typeLine(home, ["list"])).toMatchObject({ code: 2 });
    expect([await modeOf(home), await modeOf(path)]).toEqual(["755", "644"]);
    await writeFile(path, text);
    expect(await typeLine(home, ["list"])).toMatchObject({ code: 0 });
    expect([await modeOf(home), await modeOf(path)]).toEqual(["700", "600"]);
  });

  it("with other files is used, and stays open to their users", async () => {
    const home = await newFolder();
    await writeFile(join(home, "thesis.txt"), "mine");
    await chmod(home, 0o755);

    for (const name of ["Tea", "Cake"]) {
      const added = await typeLine(home, ["add", "1", name, "-c", "food"]);
      expect(added).toMatchObject({ code: 0 });
      expect(added.stderr).not.toContain("rights");
    }

    expect(await modeOf(home)).toBe("755");
    expect(await modeOf(join(home, "data"))).toBe("700");
    expect(await modeOf(join(home, "credentials.json"))).toBe("600");
    const { stdout } = await typeLine(home, ["doctor"]);
    expect(stdout).not.toContain("chmod");
  });

  it("is refused if it is a file or a device, and left unchanged", async () => {
    const file = join(await newFolder(), "file");
    await writeFile(file, "mine");
    await chmod(file, 0o644);
    for (const path of [file, "/dev/null"]) {
      const before = await modeOf(path);
      const { code, stderr } = await typeLine(path, ["list"]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${path} exists but isn't a folder.`);
      expect(await modeOf(path)).toBe(before);
    }
  });

  it("is not reported if it doesn't exist, or on a system without modes", async () => {
    const home = await newFolder();
    await writeFile(join(home, "config.json"), '{"version":1,"profiles":{}}');
    await chmod(join(home, "config.json"), 0o644);
    const said: string[] = [];
    const warn = (message: string) => said.push(message);

    await keepPrivate({ folder: join(home, "nowhere"), uid: 0, warn, files: [] });
    await keepPrivate({ folder: home, uid: undefined, warn, files: [] });

    expect(said).toEqual([]);
    expect(await modeOf(join(home, "config.json"))).toBe("644");
  });
});

const currencyIn = async (path: string) =>
  (JSON.parse(await readFile(path, "utf8")) as { currency?: string }).currency;

describe("a settings file that is a link into another folder", () => {
  it("stays a link when a setting changes, and its target is rewritten", async () => {
    const home = await newFolder();
    await typeLine(home, ["config", "set", "currency", "EUR"]);
    const [path, target] = [join(home, "config.json"), join(await newFolder(), "outlay.json")];
    await rename(path, target);
    await chmod(target, 0o644);
    await symlink(target, path);
    expect(await typeLine(home, ["list", "--quiet"])).toMatchObject({ code: 0, stderr: "" });
    expect(await modeOf(target)).toBe("644");

    const set = await typeLine(home, ["config", "set", "currency", "USD"]);

    expect(set).toMatchObject({ code: 0, stderr: "" });
    expect(await readlink(path)).toBe(target);
    expect(await currencyIn(target)).toBe("USD");
  });

  it("is refused if it is dangling or leads to a folder, and left unchanged", async () => {
    const home = await usedFolder();
    const path = join(home, "rules.json");
    for (const target of [join(home, "nowhere"), home]) {
      await symlink(target, path);
      const added = await typeLine(home, ["rules", "add", "rewe", "food"]);
      expect(added).toMatchObject({ code: 2 });
      expect(added.stderr).toContain(path);
      expect(await readlink(path)).toBe(target);
      await rm(path);
    }
  });
});
