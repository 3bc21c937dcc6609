/** A server whose package is upgraded while it runs: the files that it was started from no longer exist. */
import { cp, mkdir, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { register } from "./crash/api.ts";
import { environment, newFolder, root, serveInstalled, type Serving } from "./program.ts";

const loaded = "Everything that requests may need is loaded.";

/** A server whose package is deleted once it has started. */
async function serverWithoutPackage(): Promise<Serving> {
  const home = await newFolder();
  const [cli, bin] = [join(home, "cli"), join(home, "bin")];
  for (const part of ["bin", "dist", "package.json"]) {
    await cp(join(root, "packages/cli", part), join(cli, part), { recursive: true });
  }
  await mkdir(bin);
  await symlink(join(cli, "bin/outlay.cjs"), join(bin, "outlay"));
  const PATH = `${bin}:${process.env["PATH"] ?? ""}`;
  const server = await serveInstalled(environment(home, { PATH, OUTLAY_LOG_LEVEL: "debug" }));
  await server.says(loaded);
  await rm(cli, { recursive: true });
  return server;
}

interface Document {
  paths: Record<string, Record<string, unknown>>;
}

const kinds: [type: string, body: string][] = [
  ["application/json", '{"amount":"1.00"}'],
  ["application/x-www-form-urlencoded", "amount=1.00"],
  [
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
  ],
];

it("a server answers every request, and stops cleanly, after its package is gone", async () => {
  const server = await serverWithoutPackage();
  // A password short enough to be looked up among the common ones.
  const answer = await fetch(`${server.url}/register/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ username: "grace", password: "qwerty12" }),
  });
  expect(answer.status).toBe(400);
  const token = await register(server.url);
  const document = (await (await fetch(`${server.url}/openapi.json`)).json()) as Document;
  expect((await fetch(`${server.url}/docs/`)).status).toBe(200);
  // The account is deleted last.
  const operations = Object.entries(document.paths)
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => ({ path, method })))
    .toSorted((a, b) => Number(a.method === "delete") - Number(b.method === "delete"));
  const faulty: string[] = [];
  for (const { path, method } of operations) {
    for (const [type, body] of method === "get" ? [["", undefined] as const] : kinds) {
      const { status } = await fetch(server.url + path.replace(/\{\w+\}/, "1"), {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${token}`, ...(body && { "content-type": type }) },
        ...(body && { body }),
      });
      if (status >= 500) faulty.push(`${method} ${path} ${type}: ${status}`);
    }
  }
  expect(operations.length).toBeGreaterThan(30);
  expect(faulty).toEqual([]);
  expect(await server.stop()).toBe(0);
  expect(server.output()).not.toContain("A request failed");
});
