/**
 * `outlay-server user …`: manages accounts. It asks for no password, because it is for people who can read and
 * write the data folder anyway.
 */
import { stat } from "node:fs/promises";
import { atHome } from "@outlay/files";
import type { Environment } from "../config/config.ts";
import { createServerContext } from "../create-server-context.ts";
import { defaultDataFolder } from "../config/data-folder.ts";
import type { ServerContext } from "../server-context.ts";
import {
  DataDamaged,
  StorageFull,
  StorageServed,
  StorageUnavailable,
} from "../store/store-errors.ts";
import { CommandError, exitCodes } from "./command-error.ts";
import { help, parseWords, type Words } from "./parse-words.ts";
import { addUser, randomPassword, removeUser, resetUserPassword } from "./users.ts";

export interface CommandIo {
  env: Environment;
  platform: NodeJS.Platform;
  version: string;
  clock: () => Date;
  /** Reads stdin to its end. */
  readInput: () => Promise<string>;
  /** Writes a line of data to stdout. */
  out: (line: string) => void;
  /** Writes a message to stderr. */
  say: (line: string) => void;
}

type UserWords = Exclude<Words, { verb: "help" | "version" }>;

/** @throws CommandError usage */
async function passwordOf(stdin: boolean, io: CommandIo): Promise<string> {
  if (!stdin) return randomPassword();
  const [line = ""] = (await io.readInput()).split(/\r?\n/);
  if (line === "") throw new CommandError("usage", "There is no password on stdin.");
  return line;
}

async function changeOrList(words: UserWords, context: ServerContext, io: CommandIo) {
  if (words.verb === "list") {
    const users = await context.store.users.list();
    for (const { id, username, createdAt } of users) io.out(`${id}\t${username}\t${createdAt}`);
    return;
  }
  const { verb, username } = words;
  if (verb === "remove") {
    await removeUser(context, username, words.isSure);
    io.say(`Removed the account "${username}" and everything that belonged to it.`);
    return;
  }
  const password = await passwordOf(words.stdin, io);
  if (verb === "add") {
    await addUser(context, username, password);
    io.say(`Created the account "${username}".`);
  } else {
    await resetUserPassword(context, username, password);
    io.say(`"${username}" has a new password and must log in again. API keys stay valid.`);
  }
  if (words.stdin) return;
  io.say("Its password, which won't be shown again:");
  io.out(password);
}

/**
 * Checks that the data folder exists; only adding an account creates it.
 * @throws CommandError notFound
 */
async function checkFolder(verb: UserWords["verb"], folder: string): Promise<void> {
  if (verb === "add") return;
  const isThere = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) throw new CommandError("notFound", `There is no data folder ${folder}.`);
}

async function runUserCommand(words: UserWords, io: CommandIo): Promise<void> {
  const { env, platform, clock, say } = io;
  const given = words.data ?? env["OUTLAY_DATA"];
  const dataFolder = given ? atHome(given) : defaultDataFolder(env, platform);
  await checkFolder(words.verb, dataFolder);
  const context = await createServerContext({
    dataFolder,
    label: `outlay-server user ${words.verb}`,
    own: false,
    jwtSecret: undefined,
    isRegistrationOpen: true,
    clock,
    report: say,
  });
  try {
    await changeOrList(words, context, io);
  } finally {
    await context.store.close();
  }
}

function inWords(error: unknown): unknown {
  if (error instanceof StorageServed) {
    const next = "Stop that server, run this command again, then start the server.";
    return new CommandError("unavailable", `${error.message} ${next}`);
  }
  const isExpected = [DataDamaged, StorageFull, StorageUnavailable].some(
    (kind) => error instanceof kind,
  );
  return isExpected ? new CommandError("unavailable", (error as Error).message) : error;
}

/**
 * Runs a command and returns its exit code.
 * @throws errors that are not a CommandError or another expected failure
 */
export async function runCommand(given: readonly string[], io: CommandIo): Promise<number> {
  try {
    const words = parseWords(given);
    if (words.verb === "help") io.out(help.trimEnd());
    else if (words.verb === "version") io.out(io.version);
    else await runUserCommand(words, io);
    return exitCodes.done;
  } catch (thrown) {
    const error = inWords(thrown);
    if (!(error instanceof CommandError)) throw error;
    io.say(error.message);
    return error.exitCode;
  }
}
