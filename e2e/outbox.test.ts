/** Expenses that are queued while their server is unavailable, and arrive exactly once. */
import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { environment, newFolder, outlay, outlayProgram } from "./program.ts";
import { type FaultyProxy } from "./faulty-proxy.ts";
import { loggedInThroughProxy, password } from "./sessions.ts";
import { outlayInTerminal } from "./terminal.ts";

const post = /^POST \/expenses\/$/;
const unavailable = { status: 502, headers: { "content-type": "text/html" }, body: "<html>" };
const json = { "content-type": "application/json" };

/** A proxy that answers every request with an unavailable server. */
const goAway = (proxy: FaultyProxy) => (proxy.troubles = [{ fault: unavailable, at: /./ }]);
const comeBack = (proxy: FaultyProxy) => (proxy.troubles = []);

const add = (home: string, what: string, ...more: string[]) =>
  outlay(home, ["add", "4.20", what, "-c", "food", ...more]);

async function waiting(home: string): Promise<unknown[]> {
  const text = await readFile(join(home, "outbox.json"), "utf8").catch(() => '{"expenses":[]}');
  return (JSON.parse(text) as { expenses: unknown[] }).expenses;
}

async function recorded(home: string): Promise<string[]> {
  const { stdout } = await outlay(home, ["list", "--all", "--json"]);
  const every = JSON.parse(stdout) as { description: string }[];
  return every.map(({ description }) => description).toSorted();
}

describe("an expense whose server is unavailable", () => {
  it("is queued from a script only on request, and never twice", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);

    const plain = await add(home, "Coffee");
    const agreed = await add(home, "Tea", "--offline-ok", "--json");

    expect(plain).toMatchObject({ code: 7, stdout: "" });
    expect(plain.stderr).toContain("--offline-ok");
    expect(agreed).toMatchObject({ code: 0, stderr: "" });
    expect(await waiting(home)).toEqual([JSON.parse(agreed.stdout)]);
    const shown = await outlay(home, ["outbox", "list", "--json"]);
    expect(JSON.parse(shown.stdout)).toEqual(await waiting(home));
    expect((await stat(join(home, "outbox.json"))).mode & 0o777).toBe(0o600);
    expect(await outlay(home, ["list"])).toMatchObject({ code: 7 });

    comeBack(proxy);
    const listed = await outlay(home, ["list"]);
    expect(listed).toMatchObject({ code: 0, stderr: "Sent 1 expense from the outbox.\n" });
    expect(await recorded(home)).toEqual(["Tea"]);
    expect(await waiting(home)).toEqual([]);
    // Sending Tea failed twice; the list has then sent one of the two.
    expect(proxy.seen.filter((call) => post.test(call))).toHaveLength(4);
  });

  it("is queued at a terminal, with a message", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    const screen = outlayInTerminal(home, ["add", "4.20", "Coffee"]);
    await screen.shows("Your history can't be read");
    await screen.shows("Category:");
    screen.type("\r");
    expect(await screen.ended).toBe(0);
    expect(screen.text).toContain("Saved expense 1 of the outbox: 4.20  FOOD");
    expect(screen.text.replaceAll(/\s+/g, " ")).toContain("It will be sent as soon as a command");
    expect(await waiting(home)).toMatchObject([{ expense: { description: "Coffee" } }]);
  });

  it("is recorded once if only its answer was lost", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    proxy.troubles = [{ fault: "lost", at: post }];
    expect(await add(home, "Coffee", "--offline-ok")).toMatchObject({ code: 0 });
    expect(await waiting(home)).toMatchObject([{ may_have_arrived: true }]);
    comeBack(proxy);
    expect(await recorded(home)).toEqual(["Coffee"]);
    expect(await waiting(home)).toEqual([]);
  });

  it("is the change that undo reverts", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    await add(home, "Before");
    goAway(proxy);
    await add(home, "Coffee", "--offline-ok");
    expect(await outlay(home, ["undo"])).toMatchObject({ code: 7 });
    comeBack(proxy);
    expect((await outlay(home, ["undo"])).stdout).toMatch(/^Undone: expense 2: .* Coffee\n$/);
    expect(await recorded(home)).toEqual(["Before"]);
  });

  it("isn't queued if it would be refused, or nobody is logged in", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    const stranger = await newFolder();
    goAway(proxy);
    const tooLong = await add(home, "x".repeat(256), "--offline-ok", "--json");
    expect(tooLong).toMatchObject({ code: 6, stdout: "" });
    expect(JSON.parse(tooLong.stderr)).toMatchObject({
      error: { code: "invalid", fields: { description: [expect.stringContaining("255")] } },
    });
    const unknown = await add(stranger, "Coffee", "--offline-ok", "--server", proxy.url);
    expect(unknown).toMatchObject({ code: 7, stdout: "" });
    expect([...(await waiting(home)), ...(await waiting(stranger))]).toEqual([]);
  });

  it("isn't queued if the server was reached", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    const codes = { 400: 6, 403: 7, 404: 5, 500: 1, 503: 7 };
    for (const [status, code] of Object.entries(codes)) {
      proxy.troubles = [
        { fault: { status: Number(status), headers: json, body: '{"detail":"No."}' }, at: post },
      ];
      expect(await add(home, "Coffee", "--offline-ok")).toMatchObject({ code, stdout: "" });
    }
    comeBack(proxy);
    expect(await waiting(home)).toEqual([]);
    expect(await recorded(home)).toEqual([]);
  });

  it("is sent only to its server, and only as its user", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    await add(home, "Ada's", "--offline-ok");
    comeBack(proxy);
    const grace = { OUTLAY_USERNAME: "grace", OUTLAY_PASSWORD: password };
    const asGrace = (args: string[]) => outlay(home, args, { env: grace });
    await asGrace(["register", "--server", proxy.url, "-u", "grace"]);
    goAway(proxy);
    await asGrace(["add", "1", "Grace's", "-c", "food", "--offline-ok"]);
    comeBack(proxy);

    expect(await outlay(home, ["list", "--profile", "local"])).toMatchObject({ code: 0 });
    expect(await waiting(home)).toHaveLength(2);
    expect((await asGrace(["list"])).stdout).toContain("Grace's");
    expect(await waiting(home)).toMatchObject([{ expense: { description: "Ada's" } }]);
  });
});

describe("an expense in the outbox", () => {
  it("is sent once by many commands at once", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    for (const what of ["A", "B", "C"]) await add(home, what, "--offline-ok");
    comeBack(proxy);
    proxy.delayMs = 50;
    const all = await Promise.all(
      Array.from({ length: 6 }, (_, index) => add(home, `New ${index}`)),
    );
    expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(all.filter(({ stderr }) => stderr.includes("Sent 3 expenses"))).toHaveLength(1);
    const added = Array.from({ length: 6 }, (_, index) => `New ${index}`);
    expect(await recorded(home)).toEqual(["A", "B", "C", ...added]);
    expect(proxy.seen.filter((call) => post.test(call))).toHaveLength(3 + 3 + 6);
  });

  it("survives a kill of the command that sends it", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    for (const what of ["A", "B", "C"]) await add(home, what, "--offline-ok");
    comeBack(proxy);
    const sentBefore = proxy.seen.length;
    const posts = () => proxy.seen.slice(sentBefore).filter((call) => post.test(call)).length;
    // The server gets the second one, and the client never hears of it.
    proxy.onCall = () => {
      if (posts() === 2) proxy.troubles = [{ fault: "silence", at: post }];
    };
    const child = spawn(process.execPath, [outlayProgram, "list"], {
      env: environment(home),
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = new Promise((resolve) => child.on("close", resolve));
    await vi.waitFor(() => expect(posts()).toBe(2), 120_000);
    child.kill("SIGKILL");
    await ended;
    comeBack(proxy);
    proxy.onCall = undefined;
    JSON.parse(await readFile(join(home, "outbox.json"), "utf8"));
    expect(await recorded(home)).toEqual(["A", "B", "C"]);
    expect(await waiting(home)).toEqual([]);
  });

  it("stays if the server refuses it, until it is sent again or dropped", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    for (const what of ["A", "B"]) await add(home, what, "--offline-ok");
    const refusal = { status: 400, headers: json, body: '{"category":["No such category."]}' };
    proxy.troubles = [{ fault: refusal, at: post, times: 1 }];

    const listed = await outlay(home, ["list"]);
    expect(listed).toMatchObject({ code: 0 });
    expect(listed.stderr).toContain("Expense 1 of the outbox was refused");
    expect(listed.stderr).toContain("Sent 1 expense from the outbox.");
    expect(await waiting(home)).toMatchObject([
      { id: 1, refused: expect.stringContaining("No s") },
    ]);

    // A refused expense isn't sent again unasked, even together with others.
    goAway(proxy);
    await add(home, "C", "--offline-ok");
    comeBack(proxy);
    expect(await recorded(home)).toEqual(["B", "C"]);
    expect(await outlay(home, ["list"])).toMatchObject({ code: 0, stderr: "" });
    proxy.troubles = [{ fault: refusal, at: post, times: 1 }];
    const again = await outlay(home, ["outbox", "send", "--json"]);
    expect(again.code).toBe(6);
    expect(JSON.parse(again.stdout)).toMatchObject({ sent: [], refused: [{ id: 1 }], left: 1 });
    const sent = await outlay(home, ["outbox", "send"]);
    expect(sent).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Sent expense .* A\n$/) });
    expect(await recorded(home)).toEqual(["A", "B", "C"]);
  });

  it("keeps waiting if the server fails, and the command continues", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    await add(home, "A", "--offline-ok");
    const fault = { status: 500, headers: json, body: '{"detail":"Internal server error."}' };
    proxy.troubles = [{ fault, at: post, times: 1 }];
    const listed = await outlay(home, ["list"]);
    expect(listed).toMatchObject({ code: 0 });
    expect(listed.stderr).toContain("The outbox could not be sent: Internal server error.");
    expect(await recorded(home)).toEqual(["A"]);
  });

  it("is dropped on request, all or none", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    for (const what of ["A", "B"]) await add(home, what, "--offline-ok");
    const drop = (...args: string[]) => outlay(home, ["outbox", "drop", ...args]);
    expect(await drop("1", "9", "--yes")).toMatchObject({ code: 5 });
    expect(await drop("1")).toMatchObject({ code: 2 });
    expect(await waiting(home)).toHaveLength(2);
    expect(await drop("1", "--yes")).toMatchObject({ code: 0 });
    comeBack(proxy);
    expect(await recorded(home)).toEqual(["B"]);
  });

  it("is mentioned by commands that leave its server", async () => {
    const { home, proxy } = await loggedInThroughProxy();
    goAway(proxy);
    await add(home, "A", "--offline-ok");
    const gone = await outlay(home, ["logout"]);
    expect(gone.stderr).toContain("1 expense for http");
    expect(await waiting(home)).toHaveLength(1);
    comeBack(proxy);
    const env = { OUTLAY_PASSWORD: password };
    await outlay(home, ["login", "--server", proxy.url, "-u", "ada"], { env });
    expect(await recorded(home)).toEqual(["A"]);
  });
});
