import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { typeLine } from "./type-line.ts";

/** A machine on which command lines are typed, none of them at a terminal. */
export async function newMachine() {
  const home = await newFolder();
  const type = (line: string, more: Parameters<typeof typeLine>[2] = {}) =>
    typeLine(home, line.split(" "), more);
  const descriptions = async (noun = "") => {
    const { stdout } = await type(`${noun} list --json`.trim());
    return (JSON.parse(stdout) as { description: string }[]).map(({ description }) => description);
  };
  return { home, type, descriptions, changesPath: join(home, "changes.json") };
}
