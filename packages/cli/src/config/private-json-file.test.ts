import { writeFileSync } from "node:fs";
import { rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { privateJsonFile } from "./private-json-file.ts";

const schema = v.object({ words: v.array(v.string()) });
const fileIn = (folder: string) =>
  privateJsonFile(folder, "words", schema, { words: [] }, { silenceMs: 0 });
type Words = v.InferOutput<typeof schema>;
const adding =
  (word: string) =>
  ({ words }: Words) => ({ words: [...words, word] });

describe("a process that is suspended while it changes a file, and is taken for dead", () => {
  it("changes nothing once another process has the lock", async () => {
    const folder = await newFolder();
    const file = fileIn(folder);
    await file.update(adding("first"));
    const late = file.update((content) => {
      writeFileSync(join(folder, "words.99.lock"), "another's");
      return adding("late")(content);
    });
    await expect(late).rejects.toThrow("while this one was suspended");
    expect((await file.read()).words).toEqual(["first"]);
  });

  it("has nothing left to put in place, even if it checked just before", async () => {
    const folder = await newFolder();
    const file = fileIn(folder);
    await file.update(adding("first"));
    const temporary = join(folder, `.words.json.1.${crypto.randomUUID()}.outlay-tmp`);
    await writeFile(temporary, '{"words":["late"]}');
    const owner = {
      pid: 1,
      place: "another container",
      startTicks: "1",
      host: "x",
      label: "y",
      url: null,
    };
    await writeFile(join(folder, "words.9.lock"), JSON.stringify(owner));

    await file.update(adding("other's"));

    await expect(rename(temporary, join(folder, "words.json"))).rejects.toThrow("ENOENT");
    expect((await file.read()).words).toEqual(["first", "other's"]);
    expect((await stat(join(folder, "words.json"))).mode & 0o777).toBe(0o600);
  });
});
