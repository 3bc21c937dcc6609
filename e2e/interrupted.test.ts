/** Changes that the user has stopped waiting for, though the server has made them. */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Ended, environment, outlay, outlayProgram } from "./program.ts";
import type { FaultyProxy } from "./faulty-proxy.ts";
import { loggedInThroughProxy } from "./sessions.ts";

const change = /^(?:POST|PATCH|DELETE) \/(?:expenses|budget|imports)\//;
const table = "Date,Description,Amount\n2026-11-02,Baker,-3.80\n";

/** Runs a command, and stops it as Ctrl-C does once the server has made the change without answering. */
async function stopped(home: string, proxy: FaultyProxy, args: readonly string[]): Promise<Ended> {
  proxy.troubles = [{ fault: "silence", at: change }];
  const child = spawn(process.execPath, [outlayProgram, ...args], { env: environment(home) });
  proxy.onSilence = () => child.kill("SIGINT");
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.end();
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  proxy.troubles = [];
  return { code, stdout, stderr };
}

/** A client with an expense, a second one in the trash, and a file to import. */
async function client() {
  const { home, proxy } = await loggedInThroughProxy();
  const file = join(home, "bank.csv");
  await writeFile(file, table);
  await outlay(home, ["add", "1", "Gone", "-c", "food"]);
  await outlay(home, ["rm", "1", "--yes"]);
  await outlay(home, ["add", "2", "Before", "-c", "food"]);
  return { home, proxy, file };
}

describe("a change that is stopped while its server doesn't answer", () => {
  it("is reported as uncertain, and isn't skipped by undo", async () => {
    const { home, proxy, file } = await client();
    const changes = [
      ['adding "Coffee"', ["add", "4.20", "Coffee", "-c", "food"]],
      ["changing expense 2", ["edit", "2", "--amount", "3"]],
      ["removing expense 2", ["rm", "2", "--yes"]],
      ["restoring expense 1", ["restore", "1"]],
      ['adding budget "food"', ["budget", "add", "400", "-c", "food"]],
      ["importing bank.csv", ["import", file, "--yes"]],
    ] as const;
    for (const [, args] of changes) {
      const ended = await stopped(home, proxy, args);
      expect(ended).toMatchObject({ code: 130, stdout: "" });
      expect(ended.stderr).toContain(`Stopped before ${proxy.url} answered.`);
      expect(ended.stderr).toContain("The change may have been made anyway");
    }
    const undone = await outlay(home, ["undo"]);
    expect(undone).toMatchObject({ code: 6, stdout: "" });
    expect(undone.stderr).toContain("may or may not have been made: importing bank.csv.");
    for (const [doing] of changes.toReversed()) {
      const { stdout } = await outlay(home, ["undo", "--skip"]);
      expect(stdout).toBe(`Skipped: ${doing}\n`);
    }
    // The expense was removed anyway.
    expect((await outlay(home, ["undo"])).stderr).toContain(
      "Can no longer undo expense 2, because it no longer exists",
    );
  });

  it("is also uncertain if the client's own timeout expired", async () => {
    const { home, proxy } = await client();
    proxy.troubles = [{ fault: "silence", at: change }];
    const env = { OUTLAY_TIMEOUT: "0.5" };
    const ended = await outlay(home, ["edit", "2", "--amount", "3"], { env });
    expect(ended).toMatchObject({ code: 7, stdout: "" });
    proxy.troubles = [];
    expect((await outlay(home, ["undo"])).stderr).toContain("changing expense 2");
  });
});

it("an expense waiting in the outbox of an unwilling server isn't skipped by undo", async () => {
  const { home, proxy } = await loggedInThroughProxy();
  const waiting = ["add", "4.20", "Coffee", "-c", "food", "--offline-ok"];
  const headers = { "content-type": "application/json" };
  proxy.troubles = [{ fault: { status: 502, headers, body: "{}" }, at: /./ }];
  expect(await outlay(home, waiting)).toMatchObject({ code: 0 });
  const body = '{"detail":"No.","code":"storage_full"}';
  proxy.troubles = [{ fault: { status: 507, headers, body }, at: change }];
  const undone = await outlay(home, ["undo"]);
  expect(undone).toMatchObject({ code: 6, stdout: "" });
  expect(undone.stderr).toContain('is still waiting to be sent: "Coffee".');
});

it("a command that only reads is stopped without a message", async () => {
  const { home, proxy } = await client();
  proxy.troubles = [{ fault: "silence", at: /^GET / }];
  const child = spawn(process.execPath, [outlayProgram, "list"], { env: environment(home) });
  proxy.onSilence = () => child.kill("SIGINT");
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const signal = await new Promise((resolve) => child.on("close", (_code, by) => resolve(by)));
  expect({ signal, output }).toEqual({ signal: "SIGINT", output: "" });
});
