import { parseArgs } from "node:util";
import { CommandError } from "./command-error.ts";

export const help = `Usage: outlay-server
           serves until SIGINT or SIGTERM
       outlay-server user add <name>
           creates an account
       outlay-server user list
           lists the accounts: id, name and creation date, one per line
       outlay-server user reset-password <name>
           sets a new password for an account
       outlay-server user remove <name> --yes
           removes an account and everything that belongs to it

Options of the user commands:
  --data <folder>   the folder that holds the data (default: OUTLAY_DATA, or
                    the usual folder of this machine)
  --password-stdin  add, reset-password: reads the password from the first
                    line of stdin; otherwise one is generated and shown once
  --yes             remove: confirms the removal, which can't be undone
  --help, --version

The server is configured by OUTLAY_ variables, one for each option of
"outlay serve": OUTLAY_PORT is --port. While a server is running on the
folder, only "user list" works.

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

/**
 * Refuses options of other verbs instead of ignoring them: the user expects them to do something.
 */
function refuseOthers(verb: string, values: Values): void {
  if (values["password-stdin"] && verb !== "add" && verb !== "reset-password") {
    throw usage(`"user ${verb}" doesn't take a password.`);
  }
  if (values.yes && verb !== "remove")
    throw usage(`"user ${verb}" needs no confirmation: leave out --yes.`);
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
    throw usage(
      `"user ${verb}" takes one name, and never a password: other users can read arguments.`,
    );
  }
  return verb === "remove" ? { verb, username, data, isSure } : { verb, username, data, stdin };
}
