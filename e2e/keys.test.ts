/** A script with an API key of its own, against a server on a real port. */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, outlay, serve } from "./program.ts";

const bank = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-16,Rail,-49.00\n";

it("a key that may import imports, can't list, and says so once it is revoked", async () => {
  const [serverHome, home, scriptHome] = [await newFolder(), await newFolder(), await newFolder()];
  const { url } = await serve(serverHome);
  const login = { OUTLAY_PASSWORD: "correct-Horse-77-battery" };
  await outlay(home, ["register", "--server", url, "-u", "ada"], { env: login });
  const made = await outlay(home, ["key", "create", "cron", "--scope", "import"]);
  expect(made.stdout).toMatch(/^olk_[\w-]{43}\n$/);
  const keyFile = join(scriptHome, "cron.key");
  await writeFile(keyFile, made.stdout, { mode: 0o600 });
  const env = { OUTLAY_SERVER: url, OUTLAY_TOKEN_FILE: keyFile };
  const script = (...args: string[]) => outlay(scriptHome, args, { env, input: bank });

  const first = await script("import", "-", "--yes", "--json");
  expect(first).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(first.stdout)).toMatchObject({ imported: 2, duplicates: 0 });
  const again = await script("import", "-", "--yes", "--json");
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(JSON.parse(again.stdout)).toMatchObject({ imported: 0, duplicates: 2 });
  // No session was opened for it, and no account created.
  const kept = await readdir(scriptHome);
  expect(kept).toContain("cron.key");
  expect(kept.filter((name) => name.startsWith("credentials"))).toEqual([]);

  expect(await script("list")).toEqual({
    code: 4,
    stdout: "",
    stderr:
      "outlay: This API key has the scope import; this needs a key of scope read or full.\n" +
      "With OUTLAY_TOKEN unset, create a key with that scope: outlay key create NAME --scope read\n",
  });

  const listed = await outlay(home, ["key", "list", "--json"]);
  expect(JSON.parse(listed.stdout)).toMatchObject([
    { id: 1, name: "cron", scope: "import", last_used_at: expect.any(String) as string },
  ]);
  expect(await outlay(home, ["key", "revoke", "1"])).toMatchObject({ code: 0 });
  const refused = await script("import", "-", "--yes");
  expect(refused).toMatchObject({ code: 4, stdout: "" });
  expect(refused.stderr).toContain('The API key "cron" was revoked at ');
  expect(refused.stderr).toContain("outlay key create cron --scope import");
});
