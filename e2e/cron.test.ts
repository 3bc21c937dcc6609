/** A weekly cron job: the session has expired each time, and nobody can be asked. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../packages/cli/src/testing/scripts/commands.ts";
import { preparation } from "../packages/cli/src/testing/scripts/preparation.ts";
import { typeCommand } from "../packages/cli/src/testing/scripts/prepared-home.ts";
import { typeLine } from "../packages/cli/src/testing/type-line.ts";
import { newFolder, outlay } from "./program.ts";
import { expire, loggedIn, loggedInThroughProxy, password, readSession } from "./sessions.ts";

const user = { OUTLAY_USERNAME: "ada", OUTLAY_PASSWORD: password };

/** Everything secret: the password, and all past and present tokens. */
async function secretsOf(...homes: readonly string[]): Promise<string[]> {
  const sessions = await Promise.all(homes.map(readSession));
  return [password, ...sessions.flatMap(({ access, refresh }) => [access, refresh])];
}

describe("an expired session", () => {
  it.runIf(process.env["OUTLAY_LONG_TESTS"])(
    "is renewed for every command with the environment's password, and no secret is shown",
    async () => {
      const { home, dataFolder } = await loggedIn();
      for (const { line, input = "" } of preparation) {
        await typeLine(home, line.split(" "), { input, now: new Date() });
      }
      await expire(home, dataFolder, ["access", "refresh"]);
      const renewed: string[] = [];
      const here = commands.filter(({ isLocal, changesTheRest }) => !isLocal && !changesTheRest);
      for (const command of here) {
        const own = await newFolder();
        await cp(home, own, { recursive: true });

        const args = ["-v", "--json", "--no-input"];
        const typed = await typeCommand(own, command, { args, env: user, now: new Date() });

        const { code, stdout, stderr } = typed;
        // The rest of a budget depends on earlier commands.
        expect([0, command.code ?? 0], `${command.command}: ${stderr}`).toContain(code);
        if (command.showsSecret) continue;
        const isSeen = (secret: string) => stdout.includes(secret) || stderr.includes(secret);
        const text = await readFile(join(own, "credentials.json"), "utf8");
        const tokens = [...text.matchAll(/"(?:access|refresh|password)": "([^"]+)"/g)];
        const secrets = [...tokens.map(([, token = ""]) => token), ...(await secretsOf(home))];
        expect(secrets.filter(isSeen), command.command).toEqual([]);
        if (stderr.includes("/api/token/ 200")) renewed.push(command.command);
      }
      expect(renewed).toContain("add AMOUNT …");
      expect(renewed.length).toBeGreaterThan(15);
    },
  );

  it("is renewed once if ten commands find it expired together, with a password from a file", async () => {
    const { home, dataFolder, proxy } = await loggedInThroughProxy();
    await expire(home, dataFolder, ["access", "refresh"]);
    const file = join(home, "password.txt");
    await writeFile(file, `${password}\n`, { mode: 0o600 });
    const env = { OUTLAY_USERNAME: "ada", OUTLAY_PASSWORD_FILE: file };
    proxy.seen.length = 0;

    const all = await Promise.all(
      Array.from({ length: 10 }, () => outlay(home, ["whoami"], { env })),
    );

    for (const one of all) expect(one).toEqual({ code: 0, stdout: "ada\n", stderr: "" });
    expect(proxy.seen.filter((call) => call === "POST /api/token/")).toHaveLength(1);
    expect(await outlay(home, ["whoami"])).toEqual({ code: 0, stdout: "ada\n", stderr: "" });
  });

  it("stays expired with a wrong password, which is not shown", async () => {
    const { home, dataFolder } = await loggedIn();
    await expire(home, dataFolder, ["access", "refresh"]);
    const before = await readSession(home);
    const env = { OUTLAY_USERNAME: "ada", OUTLAY_PASSWORD: "not-the-one-77" };

    const { code, stdout, stderr } = await outlay(home, ["list", "--json", "-v"], { env });

    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    const said = stderr.trimEnd().split("\n");
    expect(JSON.parse(said.at(-1) ?? "")).toMatchObject({ error: { code: "wrong_credentials" } });
    for (const line of said) expect(JSON.parse(line)).toBeTypeOf("object");
    for (const secret of [...(await secretsOf(home)), "not-the-one-77"]) {
      expect(stderr).not.toContain(secret);
    }
    expect(await readSession(home)).toEqual(before);
  });
});
