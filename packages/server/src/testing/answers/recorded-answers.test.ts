import { spawn } from "node:child_process";
import { appendFile, mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { recordedAnswers } from "./recorded-answers.ts";

const recorder = join(import.meta.dirname, "record-answers.cjs");

/** Answers with the requested address, in two pieces. */
const echo = `
import { createServer } from "node:http";
const server = createServer((request, response) => {
  response.setHeader("x-piece", "2");
  response.write("asked ");
  response.end(request.url);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
`;

it("answers are recorded even if the server is killed as they are sent, and its files can't grow", async () => {
  const folder = join(await newFolder(), "answers");
  await mkdir(folder);
  const program = [process.execPath, `--require=${recorder}`, "--input-type=module", "-e", echo];
  const child = spawn("bash", ["-c", 'ulimit -f 1; exec "$@"', "bash", ...program], {
    env: { OUTLAY_TEST_ANSWERS: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const port = await new Promise((resolve) => {
    child.stdout.once("data", (text: Buffer) => resolve(text.toString().trim()));
  });
  const paths = Array.from({ length: 20 }, (_, index) => `/${index}`);
  for (const path of paths) await (await fetch(`http://127.0.0.1:${port as string}${path}`)).text();
  child.kill("SIGKILL");
  await ended;

  const answers = recordedAnswers(folder);
  const read = answers().map(({ pid, answer }) => ({ pid, ...answer }));
  const one = { pid: child.pid, method: "GET", status: 200, headers: { "x-piece": "2" } };
  expect(read.toSorted((a, b) => Number(a.url.slice(1)) - Number(b.url.slice(1)))).toEqual(
    paths.map((url) => ({ ...one, url, text: `asked ${url}` })),
  );
  const names = await readdir(folder);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);

  // A line cut short by a kill doesn't count.
  await appendFile(join(folder, names[0] ?? ""), '{"method":"GET","ur');
  expect(answers()).toEqual([]);
});
