import { chmod, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { acquireLock } from "@outlay/files";
import {
  environment,
  newFolder,
  outlay,
  root,
  runProgram,
  serve,
  serveStandalone,
} from "./program.ts";

interface Expense {
  id: number;
  description: string;
}

async function descriptions(home: string): Promise<string[]> {
  const { stdout } = await outlay(home, ["list", "--all", "--json"]);
  return (JSON.parse(stdout) as Expense[]).map(({ description }) => description);
}

const add = (home: string, description: string) =>
  outlay(home, ["add", "1", description, "-c", "food"]);

describe("one expense, recorded and listed", () => {
  it("with the server inside the command", async () => {
    const home = await newFolder();
    expect(await add(home, "Lunch")).toMatchObject({ code: 0, stderr: "" });
    expect(await descriptions(home)).toEqual(["Lunch"]);
  });

  it("on a server that was logged in to", async () => {
    const [serverHome, home] = [await newFolder(), await newFolder()];
    const { url } = await serve(serverHome);
    const env = { OUTLAY_PASSWORD: "correct-Horse-77-battery" };
    await outlay(home, ["register", "--server", url, "-u", "ada"], { env });
    await outlay(home, ["logout"]);
    expect(await outlay(home, ["login", "--server", url, "-u", "ada"], { env })).toMatchObject({
      code: 0,
    });
    expect(await add(home, "Lunch")).toMatchObject({ code: 0, stderr: "" });
    expect(await descriptions(home)).toEqual(["Lunch"]);
    expect(await descriptions(serverHome)).toEqual([]);
  });

  it("in a folder that a running server owns, through that server", async () => {
    const home = await newFolder();
    await add(home, "before");
    const server = await serve(home);

    const { code, stderr } = await outlay(home, ["add", "1", "during", "-c", "food", "-v"]);

    expect(code).toBe(0);
    expect(stderr).toContain(`POST local /expenses/ 201`);
    expect(await descriptions(home)).toEqual(["during", "before"]);
    expect(await server.stop()).toBe(0);
    await add(home, "after");
    expect(await descriptions(home)).toEqual(["after", "during", "before"]);
  });

  it("on the standalone server, which stops with 0 when told to", async () => {
    const home = await newFolder();
    const server = await serveStandalone(home);
    await add(home, "Lunch");
    expect(await descriptions(home)).toEqual(["Lunch"]);
    expect(await server.stop("SIGINT")).toBe(0);
  });
});

describe("several processes on one folder", () => {
  it("lose nothing that they record at once, on a new machine", async () => {
    const home = await newFolder();
    const names = Array.from({ length: 24 }, (_, index) => `expense ${index}`);

    const added = await Promise.all(names.map((name) => add(home, name)));

    expect(added.filter(({ code }) => code !== 0)).toEqual([]);
    expect((await descriptions(home)).toSorted()).toEqual(names.toSorted());
  });

  it("are not blocked by the lock of a killed server", async () => {
    const home = await newFolder();
    const server = await serve(home);
    await server.stop("SIGKILL");
    expect(await add(home, "Lunch")).toMatchObject({ code: 0, stderr: "" });
  });

  it("read without waiting, and give up writing after ten seconds, naming the other process", async () => {
    const home = await newFolder();
    await add(home, "Lunch");
    const lock = await acquireLock({
      folder: join(home, "data"),
      name: "writer",
      label: "test",
      patienceMs: 0,
    });
    onTestFinished(() => lock.release());

    expect(await descriptions(home)).toEqual(["Lunch"]);
    const { code, stderr } = await add(home, "Tea");

    expect(code).toBe(7);
    expect(stderr).toContain(`The data folder is held by process ${process.pid} (test)`);
    expect(await descriptions(home)).toEqual(["Lunch"]);
  });

  it("record anyway while a server starts or stops on their folder", async () => {
    const home = await newFolder();
    await add(home, "first");
    const adding = (part: string) => Array.from({ length: 6 }, (_, i) => add(home, `${part} ${i}`));
    const whileStarting = adding("starting");
    const server = await serve(home);
    const whileStopping = adding("stopping");
    const stopped = server.stop();
    const added = await Promise.all([...whileStarting, ...whileStopping]);
    expect(added.filter(({ code }) => code !== 0)).toEqual([]);
    expect(await stopped).toBe(0);
    expect(await descriptions(home)).toHaveLength(13);
  });

  it("don't wait for an incomplete request when the server is told to stop", async () => {
    const server = await serve(await newFolder());
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    await once(socket, "connect");
    socket.on("error", () => undefined);
    socket.write("POST /api/token/ HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n");
    socket.write("Content-Type: application/json\r\n\r\n{");
    expect(await server.stop()).toBe(0);
  });

  it("can also stop a server whose folder is gone", async () => {
    const home = await newFolder();
    const server = await serve(home);
    await rm(join(home, "data"), { recursive: true });
    expect(await server.stop()).toBe(0);
  });

  it("can't serve one folder twice", async () => {
    const home = await newFolder();
    await serve(home);
    const { code, stderr } = await outlay(home, ["serve", "--port", "0"]);
    expect(code).toBe(7);
    expect(stderr).toMatch(/^outlay: The data folder is held by process \d+ \(outlay serve\)/);
  });
});

describe("the contents of the folder", () => {
  it("are private to the owner, whatever the umask", async () => {
    const home = join(await newFolder(), "home");
    const program = join(root, "packages/cli/bin/outlay.cjs");
    const line = `umask 000; exec "${process.execPath}" "${program}" add 1 Lunch -c food`;
    expect(await runProgram("bash", ["-c", line], { env: environment(home) })).toMatchObject({
      code: 0,
    });

    for (const folder of [home, join(home, "data")]) {
      expect((await stat(folder)).mode & 0o777, folder).toBe(0o700);
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        if (!entry.isFile()) continue;
        const { mode } = await stat(join(folder, entry.name));
        expect(mode & 0o777, entry.name).toBe(0o600);
      }
    }
  });

  it("are closed to others by a server and a command, which say so", async () => {
    const home = await newFolder();
    await add(home, "Lunch");
    const data = join(home, "data");
    const [key, snapshot] = [join(data, "jwt-secret"), join(data, "outlay.json")];
    const open = async () => {
      await chmod(data, 0o777);
      await chmod(key, 0o666);
      await chmod(snapshot, 0o644);
    };
    const modes = async () =>
      Promise.all([data, key, snapshot].map(async (path) => (await stat(path)).mode & 0o777));

    await open();
    const { code, stderr } = await outlay(home, ["list"]);
    expect(code).toBe(0);
    expect(stderr).toContain(`${data} was open to other users (mode 777); changed to 700.`);
    expect(stderr).toContain(`${key} was open to other users (mode 666); changed to 600.`);
    expect(await modes()).toEqual([0o700, 0o600, 0o600]);

    await open();
    await serveStandalone(home);
    expect(await modes()).toEqual([0o700, 0o600, 0o600]);
  });

  it("contain no password, only its bcrypt hash, with 2^10 rounds for a chosen one", async () => {
    const home = await newFolder();
    await outlay(home, ["list"]);
    const chosen = "correct-Horse-77-battery";
    const register = ["register", "--server", "local", "-u", "bob", "--password-stdin"];
    expect(await outlay(home, register, { input: chosen })).toMatchObject({ code: 0 });
    const credentials = await readFile(join(home, "credentials.json"), "utf8");
    const { localAccounts } = JSON.parse(credentials) as { localAccounts: { password: string }[] };
    const made = localAccounts[0]?.password;
    const data = await readdir(join(home, "data"));
    const texts = await Promise.all(data.map((name) => readFile(join(home, "data", name), "utf8")));
    const text = texts.join("\n");
    const costs = [...text.matchAll(/"passwordHash":"bcrypt_sha256\$\$2b\$(\d\d)\$/g)];
    expect(new Set(costs.map(([, cost]) => cost))).toEqual(new Set(["04", "10"]));
    for (const password of [made, chosen]) expect(text).not.toContain(password);
  });

  it("are refused if damaged, naming the file, and left unchanged", async () => {
    const home = await newFolder();
    await add(home, "Lunch");
    const path = join(home, "data", "outlay.json");
    const damaged = (await readFile(path, "utf8")).slice(0, -20);
    await writeFile(path, damaged);

    const { code, stderr } = await add(home, "Tea");

    expect(code).toBe(7);
    expect(stderr).toContain(path);
    expect(await readFile(path, "utf8")).toBe(damaged);
  });
});
