import { parseArgs } from "node:util";
import { CommandError } from "./command-error.ts";

export const help = `Usage: outlay-server
           serves until SIGINT or SIGTERM
       outlay-server user add <name>
           makes an account
       outlay-server user list
           id, name and day of making, a line each
       outlay-server user reset-password <name>
           gives an account another password
       outlay-server user remove <name> --yes
           removes an account with all that is its

Options of the user commands:
  --data <folder>   the folder that holds the data (OUTLAY_DATA, or this
                    machine's own)
  --password-stdin  add, reset-password: the password is the first line
                    of stdin; otherwise one is made and shown once
  --yes             remove: does it, for good
  --help, --version

The server's settings are the OUTLAY_ variables that are options of
"outlay serve": OUTLAY_PORT is --port. While a server runs on the folder,
only "user list" works.

Examples:
  outlay-server user add ada
  outlay-server user reset-password ada --password-stdin < password.txt
  OUTLAY_REGISTRATION=closed outlay-server
`;

const options = {
  data: { type: "string" },
  "password-stdin": { type: "boolean", default: false },
  yes: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
  version: { type: "boolean", default: false },
} as const;

export type Words =
  | { verb: "help" }
  | { verb: "version" }
  | { verb: "list"; data: string | undefined }
  | { verb: "add" | "reset-password"; username: string; data: string | undefined; stdin: boolean }
  | { verb: "remove"; username: string; data: string | undefined; isSure: boolean };

const usage = (message: string) =>
  new CommandError("usage", `${message} See: outlay-server --help`);

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw usage((error as Error).message.replace(/\.?$/, "."));
  }
}

type Values = ReturnType<typeof parse>["values"];

/** Options of other verbs are not passed over: who gives one expects something of it. */
function refuseOthers(verb: string, values: Values): void {
  if (values["password-stdin"] && verb !== "add" && verb !== "reset-password") {
    throw usage(`"user ${verb}" takes no password.`);
  }
  if (values.yes && verb !== "remove") throw usage(`"user ${verb}" asks nothing.`);
}

/** @throws CommandError usage */
export function parseWords(given: readonly string[]): Words {
  const { values, positionals } = parse(given);
  if (values.help) return { verb: "help" };
  if (values.version) return { verb: "version" };
  const [noun, verb = "", username, ...more] = positionals;
  if (noun !== "user") throw usage(`There is no command "${positionals.join(" ")}".`);
  refuseOthers(verb, values);
  const { data, yes: isSure, "password-stdin": stdin } = values;
  if (verb === "list") {
    if (username !== undefined) throw usage('"user list" takes no name.');
    return { verb, data };
  }
  if (verb !== "add" && verb !== "reset-password" && verb !== "remove") {
    throw usage(`There is no command "${`user ${verb}`.trim()}".`);
  }
  if (username === undefined) throw usage(`"user ${verb}" needs the account's name.`);
  if (more.length > 0) {
    throw usage(`"user ${verb}" takes one name, and passwords never: others can read arguments.`);
  }
  return verb === "remove" ? { verb, username, data, isSure } : { verb, username, data, stdin };
}
