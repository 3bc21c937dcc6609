/** The store's promises, seen from outside: many writers, a full disk, a damaged file. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder, outlay, serve, serveLimited } from "./program.ts";
import { Api, register } from "./crash/api.ts";

interface Listed {
  id: number;
  description: string;
}

/** The descriptions of all recorded expenses, and the number of distinct ids. */
async function recorded(home: string): Promise<{ names: string[]; ids: number }> {
  const { stdout } = await outlay(home, ["list", "--all", "--json"]);
  const listed = JSON.parse(stdout) as Listed[];
  return {
    names: listed.map(({ description }) => description).toSorted(),
    ids: new Set(listed.map(({ id }) => id)).size,
  };
}

describe("eight processes that record at the same time", () => {
  const processes = 8;
  // Each expense is a process of its own, so fifty take a while.
  const each = process.env["OUTLAY_LONG_TESTS"] ? 50 : 5;

  async function recordAll(home: string): Promise<string[]> {
    const names = Array.from({ length: processes }, (_, writer) =>
      Array.from({ length: each }, (_unused, number) => `writer ${writer} number ${number}`),
    );
    const record = async (own: readonly string[]) => {
      for (const name of own) {
        const { code, stderr } = await outlay(home, ["add", "1", name, "-c", "food"]);
        expect(stderr).toBe("");
        expect(code).toBe(0);
      }
    };
    await Promise.all(names.map(record));
    return names.flat().toSorted();
  }

  it("lose none in a folder that they share", async () => {
    const home = await newFolder();
    const names = await recordAll(home);
    expect(await recorded(home)).toEqual({ names, ids: names.length });
  });

  it("lose none through a server that owns the folder", async () => {
    const home = await newFolder();
    const server = await serve(home);
    const names = await recordAll(home);
    expect(await recorded(home)).toEqual({ names, ids: names.length });
    expect(await server.stop()).toBe(0);
    expect(await recorded(home)).toEqual({ names, ids: names.length });
  });
});

/** Reads all expenses in small pages: where files can't grow, the test can't keep a long answer either. */
async function countInPages(url: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}` };
  let next: string | undefined = "/expenses/?limit=20";
  let count = 0;
  while (next !== undefined) {
    const page: Response = await fetch(url + next, { headers });
    count += ((await page.json()) as object[]).length;
    next = /<([^>]*)>/.exec(page.headers.get("link") ?? "")?.[1];
  }
  return count;
}

describe("a disk that is full", () => {
  it("causes a 507; acknowledged data stay readable, and the store recovers afterwards", async () => {
    const home = await newFolder();
    // No file can grow beyond this size.
    const server = await serveLimited(home, 40);
    const api = new Api(server.url, await register(server.url));
    const fields = {
      amount: 1,
      description: "x".repeat(200),
      category: "FOOD",
      date: "2026-11-22",
      tags: [],
    } as const;
    const record = (number: number) =>
      fetch(`${server.url}/expenses/`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${api.token}` },
        body: JSON.stringify({ ...fields, external_id: `${number}` }),
      });
    let stored = 0;
    let refused = await record(stored);
    while (refused.status === 201) {
      stored += 1;
      refused = await record(stored);
    }
    expect(refused.status).toBe(507);
    expect(await refused.json()).toEqual({ detail: "The disk is full; nothing was stored." });
    expect((await record(stored)).status).toBe(507);
    expect(stored).toBeGreaterThan(20);
    expect(await countInPages(server.url, api.token)).toBe(stored);
    await server.stop("SIGKILL");

    const again = await serve(home);
    const after = new Api(again.url, api.token);
    expect(await after.list()).toHaveLength(stored);
    await after.record({ ...fields, tags: [], external_id: `${stored}` });
    expect(await after.list()).toHaveLength(stored + 1);
    expect(await again.stop()).toBe(0);
  });
});

describe("a byte that has changed", () => {
  it.each(["list", "add 1 Tea -c food", "serve --port 0", "backup copy.json"])(
    "stops `outlay %s` with 7, the file and the line, and nothing is written",
    async (line) => {
      const home = await newFolder();
      await outlay(home, ["add", "1", "Lunch", "-c", "food"]);
      const data = join(home, "data");
      const path = join(data, "outlay.json");
      const damaged = (await readFile(path, "utf8")).replace("Lunch", "Lunck");
      await writeFile(path, damaged);
      const before = await readdir(data);

      const { code, stdout, stderr } = await outlay(home, line.split(" "));

      expect(code).toBe(7);
      expect(stdout).toBe("");
      expect(stderr).toBe(
        `outlay: ${path}, line 6: its checksum is wrong.\n` +
          "Nothing was changed. For what to do, run: outlay doctor\n",
      );
      expect(await readFile(path, "utf8")).toBe(damaged);
      expect((await readdir(data)).toSorted()).toEqual(before.toSorted());
    },
  );
});
