import { homedir } from "node:os";
import type { Environment } from "../config/paths.ts";
import type { Io } from "../terminal/io.ts";
import { printable } from "../terminal/printable.ts";
import type { LocalOptions } from "./embedded.ts";

interface Greeter {
  io: Io;
  env: Environment;
  localOptions: () => LocalOptions;
  note: (text: string) => void;
}

/** Tells a person, after the first command on a machine, where their data are. */
export async function greet(cli: Greeter): Promise<void> {
  if (!cli.io.canPrompt) return;
  const { dataFolderOf } = await import("./embedded.ts");
  const folder = dataFolderOf(cli.localOptions());
  const home = cli.env["HOME"] ?? homedir();
  const shown = folder.startsWith(`${home}/`) ? `~${folder.slice(home.length)}` : folder;
  cli.note(printable(`Your data are stored on this machine, in ${shown}. See: outlay --help`));
}
