import { chmod, mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "../testing/new-folder.ts";
import { typeLine } from "../testing/type-line.ts";
import { keepPrivate } from "./keep-private.ts";

const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

/** A folder with what a first command and a setting leave. */
async function usedFolder(): Promise<string> {
  const home = await newFolder();
  await typeLine(home, ["add", "1", "Tea", "-c", "food"]);
  await typeLine(home, ["config", "set", "currency", "EUR"]);
  return home;
}

describe("settings and tokens that others have rights to", () => {
  it("are taken away from them, and that is said, by any command", async () => {
    const home = await usedFolder();
    const [config, credentials] = [join(home, "config.json"), join(home, "credentials.json")];
    await chmod(home, 0o755);
    await chmod(config, 0o644);
    await chmod(credentials, 0o640);

    expect(await typeLine(home, ["list", "--quiet"])).toMatchObject({
      code: 0,
      stderr:
        `outlay: Others had rights to ${home} (755); now you alone have (700).\n` +
        `outlay: Others had rights to ${config} (644); now you alone have (600).\n` +
        `outlay: Others had rights to ${credentials} (640); now you alone have (600). ` +
        "If somebody may have read it, end the session with outlay logout, and log in again.\n",
    });

    const modes = await Promise.all([home, config, credentials].map(modeOf));
    expect(modes).toEqual(["700", "600", "600"]);
    expect(await typeLine(home, ["list", "--quiet"])).toMatchObject({ code: 0, stderr: "" });
  });

  it("are told to a program as JSON", async () => {
    const home = await usedFolder();
    await chmod(join(home, "credentials.json"), 0o604);
    const { stderr } = await typeLine(home, ["whoami", "--json"]);
    expect(JSON.parse(stderr)).toMatchObject({ warning: {} });
  });

  it("are left as they are by doctor, which changes nothing", async () => {
    const home = await usedFolder();
    await chmod(join(home, "credentials.json"), 0o644);
    expect(await typeLine(home, ["doctor"])).toMatchObject({ code: 7 });
    expect(await modeOf(join(home, "credentials.json"))).toBe("644");
  });
});

describe("a folder", () => {
  it("that everybody writes to, as /tmp, or that is somebody else's stays as it is", async () => {
    const home = await newFolder();
    const [shared, others] = [join(home, "shared"), join(home, "others")];
    await mkdir(shared);
    await chmod(shared, 0o1777);
    await mkdir(others);
    await chmod(others, 0o755);
    const said: string[] = [];
    const warn = (message: string) => said.push(message);
    const { uid } = await stat(others);

    await keepPrivate({ folder: shared, uid, warn });
    await keepPrivate({ folder: others, uid: uid + 1, warn });

    expect([await modeOf(shared), await modeOf(others)]).toEqual(["1777", "755"]);
    expect(said).toEqual([]);
  });

  it("that isn't there, or a system without modes, is nothing to speak of", async () => {
    const home = await newFolder();
    await writeFile(join(home, "config.json"), "{}");
    await chmod(join(home, "config.json"), 0o644);
    const said: string[] = [];
    const warn = (message: string) => said.push(message);

    await keepPrivate({ folder: join(home, "nowhere"), uid: 0, warn });
    await keepPrivate({ folder: home, uid: undefined, warn });

    expect(said).toEqual([]);
    expect(await modeOf(join(home, "config.json"))).toBe("644");
  });
});
