import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { configFile } from "./config-file.ts";
import { CredentialsFile } from "./credentials-file.ts";
import { examineConfig } from "./examine-config.ts";
import { newFolder } from "@outlay/testing";

async function configFolder(): Promise<string> {
  const folder = await newFolder();
  await new CredentialsFile(folder).dropSession({ profile: "local", server: "local" });
  return folder;
}

const look = (folder: string, hasModes = true) =>
  examineConfig({
    folder,
    uid: hasModes ? process.getuid?.() : undefined,
    readConfig: () => configFile(folder).read(),
    readCredentials: () => new CredentialsFile(folder).check(),
  });

const wellConfig = { check: "config", state: "ok" };
const wellCredentials = { check: "credentials", state: "ok" };

describe("settings and tokens", () => {
  it("are fine in a folder of their own, and before they exist", async () => {
    const folder = await configFolder();
    expect(await look(folder)).toMatchObject([wellConfig, wellCredentials]);
    expect(await look(join(folder, "nowhere"))).toMatchObject([wellConfig, wellCredentials]);
  });

  it("cause a note if their folder is open to others", async () => {
    const folder = await configFolder();
    await chmod(folder, 0o755);
    expect(await look(folder)).toMatchObject([
      { check: "config", state: "note", hint: `Close it with: chmod 700 ${folder}` },
      wellCredentials,
    ]);
  });

  it("cause no note about the rights to a folder that has other files, too", async () => {
    const folder = await configFolder();
    await chmod(folder, 0o755);
    await writeFile(join(folder, "notes.txt"), "");
    expect(await look(folder)).toMatchObject([wellConfig, wellCredentials]);
  });

  it("cause a single fault if another program has its settings there", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "config.json"), '{"theme":"dark"}');
    expect(await look(folder)).toEqual([
      {
        check: "config",
        state: "fault",
        message: expect.stringContaining("contains another program's settings") as string,
        hint: expect.stringContaining("Set OUTLAY_HOME to a folder for Outlay") as string,
      },
    ]);
  });

  it("cause a fault if others can read the tokens", async () => {
    const folder = await configFolder();
    const path = join(folder, "credentials.json");
    await chmod(path, 0o640);
    await writeFile(join(folder, "config.json"), '{"version":1,"profiles":{}}', { mode: 0o644 });
    expect(await look(folder)).toMatchObject([
      wellConfig,
      { check: "credentials", state: "fault", hint: `Close it with: chmod 600 ${path}` },
    ]);
    expect(await look(folder, false)).toMatchObject([wellConfig, wellCredentials]);
  });

  it("cause a fault if they can't be used, and are not quoted", async () => {
    const folder = await configFolder();
    await writeFile(join(folder, "config.json"), "profiles");
    await writeFile(join(folder, "credentials.json"), '{"version":1,"sessions":"secret"}');
    const checks = await look(folder);
    expect(checks).toMatchObject([
      {
        check: "config",
        state: "fault",
        hint: expect.stringContaining("Repair the file") as string,
      },
      { check: "credentials", state: "fault" },
    ]);
    expect(JSON.stringify(checks)).not.toContain("secret");
    expect(checks[0]?.message).toContain(`${join(folder, "config.json")} can't be used`);
  });
});
