import { readdir, writeFile } from "node:fs/promises";
import { getPriority } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { newFolder } from "@outlay/testing";
import { steadyPasswords } from "./passwords.ts";
import { type PasswordWorkersOptions, passwordWorkers } from "./password-workers.ts";

class TooMany extends Error {}

function workers(options: Partial<PasswordWorkersOptions> = {}) {
  const started = passwordWorkers({
    threads: 2,
    maxWaiting: 10,
    refusal: () => new TooMany(),
    ...options,
  });
  onTestFinished(() => started.stop());
  return started;
}

/** A thread that answers its jobs in another way. */
async function threadOf(code: string): Promise<string> {
  const path = join(await newFolder(), "worker.mjs");
  await writeFile(path, `import { parentPort } from "node:worker_threads";\n${code}`);
  return path;
}

describe("password threads", () => {
  it("hash and compare as this thread does", async () => {
    const passwords = steadyPasswords(workers());
    const hash = await passwords.hash("correct horse");
    expect(hash).toMatch(/^bcrypt_sha256\$\$2b\$\d\d\$/);
    expect(await passwords.matches("correct horse", hash)).toBe(true);
    expect(await passwords.matches("wrong horse", hash)).toBe(false);
    expect(await passwords.matches("correct horse", undefined)).toBe(false);
  });

  it("leave this thread free meanwhile", async () => {
    const bcrypt = workers();
    let turns = 0;
    const turn = () => {
      turns += 1;
      timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    // If this thread did the hashing, the loop would have only a few turns.
    await bcrypt.hash("text", 10);
    clearImmediate(timer);
    expect(turns).toBeGreaterThan(100);
  });

  it.runIf(process.platform === "linux")("let this thread go first if both have work", async () => {
    await workers({ threads: 1 }).hash("text", 4);
    const threads = (await readdir("/proc/self/task")).map(Number);
    const lower = threads.filter((thread) => getPriority(thread) > getPriority());
    expect(lower).toHaveLength(1);
  });

  it("refuse jobs beyond the number that may wait", async () => {
    const bcrypt = workers({ threads: 1, maxWaiting: 3 });
    const asked = Array.from({ length: 10 }, () => bcrypt.hash("text", 4));
    const results = await Promise.allSettled(asked);
    // One job is being hashed, and three are waiting.
    expect(results.slice(0, 4).every(({ status }) => status === "fulfilled")).toBe(true);
    expect(results.slice(4).every(({ status }) => status === "rejected")).toBe(true);
    expect(results[9]).toMatchObject({ reason: expect.any(TooMany) as unknown });
    expect(await bcrypt.compare("text", await bcrypt.hash("text", 4))).toBe(true);
  });

  it("are replaced when they stop, which affects only the job under way", async () => {
    const workerFile = await threadOf(`
      parentPort.on("message", ({ text }) => {
        if (text === "fatal") throw new Error("out of memory");
        parentPort.postMessage({ result: text });
      });`);
    const bcrypt = workers({ threads: 1, workerFile });
    const [fatal, next] = await Promise.allSettled([
      bcrypt.hash("fatal", 4),
      bcrypt.hash("next", 4),
    ]);
    expect(fatal).toMatchObject({ status: "rejected", reason: { message: "out of memory" } });
    expect(next).toEqual({ status: "fulfilled", value: "next" });
  });

  it("pass on errors of bcrypt", async () => {
    const noHash = 7 as unknown as string;
    await expect(workers().compare("text", noHash)).rejects.toThrow("Illegal arguments");
  });

  it("refuse waiting and later jobs once they are stopped", async () => {
    const bcrypt = workers({
      threads: 1,
      workerFile: await threadOf("setInterval(() => 0, 1000);"),
    });
    const underWay = bcrypt.hash("a", 4);
    const waits = bcrypt.hash("b", 4);
    const over = Promise.allSettled([underWay, waits]);
    await bcrypt.stop();
    expect((await over).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(bcrypt.hash("c", 4)).rejects.toThrow(TooMany);
  });
});
