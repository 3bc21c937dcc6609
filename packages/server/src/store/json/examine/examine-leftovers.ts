import { basename, join } from "node:path";
import { abandonedTemporaries, commandLine } from "@outlay/files";
import { type Check, checkOf } from "@outlay/shared";
import { firstFormatName } from "../disk/keep-first-format.ts";
import type { ExamineOptions } from "./examine-options.ts";
import { tornPattern } from "../journal/journal-names.ts";
import { listed } from "./listed.ts";
import { replacedPrefix } from "../backup/keep-present.ts";

const { ok, note } = checkOf("leftovers");

interface Kind {
  what: string;
  isName: (name: string) => boolean;
  remove: readonly string[];
}

const kinds: readonly Kind[] = [
  {
    what: "the part of an unconfirmed change that was written before a crash",
    isName: (name) => tornPattern.test(name),
    remove: ["rm"],
  },
  {
    what: "the data as an earlier version of Outlay wrote them",
    isName: (name) => name === firstFormatName,
    remove: ["rm"],
  },
  {
    what: "the data that a restored backup replaced",
    isName: (name) => name.startsWith(replacedPrefix),
    remove: ["rm", "-r"],
  },
];

/**
 * Lists files in the folder that aren't part of the data.
 * @param mayGo false while they may be all that can be read
 */
export async function examineLeftovers(
  { folder, fs, clock }: ExamineOptions,
  mayGo: boolean,
): Promise<Check[]> {
  const names = (await fs.readdir(folder)).toSorted();
  const checks: Check[] = kinds.flatMap((kind) => {
    const found = names.filter(kind.isName);
    if (found.length === 0) return [];
    const line = commandLine(...kind.remove, ...found.map((name) => join(folder, name)));
    const hint = mayGo
      ? `If you don't need it, remove it with: ${line}`
      : "Keep it until the data are sound again.";
    return [note(`${listed(found)}: ${kind.what}.`, hint)];
  });
  const abandoned = await abandonedTemporaries(folder, clock().getTime());
  if (abandoned.length > 0) {
    const message = `${listed(abandoned.map((path) => basename(path)))}: unfinished files of a command that was stopped.`;
    checks.push(note(message, "The next change removes it. There is nothing to do."));
  }
  return checks.length > 0 ? checks : [ok("None.")];
}
