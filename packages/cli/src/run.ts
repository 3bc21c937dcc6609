import { CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli, Environs } from "./cli.ts";
import { usageError } from "./errors/cli-error.ts";
import { exitCodes } from "./errors/exit-codes.ts";
import { presentError } from "./errors/present-error.ts";
import { namedCommands } from "./named-command.ts";
import { ownShortOptions } from "./own-short-options.ts";
import { createProgram } from "./program.ts";

/** commander's refusal of an option or argument, in our words. */
function toUsageError(error: CommanderError, path: string) {
  const [problem = "", suggestion] = error.message.replace(/^error: /, "").split("\n");
  const sentence = problem.charAt(0).toUpperCase() + problem.slice(1).replace(/\.?$/, ".");
  const help = `See: ${path} --help`;
  return usageError(sentence, suggestion ? `${suggestion.replace(/^\(|\)$/g, "")} ${help}` : help);
}

/** The command that the words begin with, for its help. */
const commandPath = (program: CommandUnknownOpts, args: readonly string[]) =>
  [program, ...namedCommands(program, args).path].map((command) => command.name()).join(" ");

/** commander answers help for a command that isn't there with that of all. @throws CliError usage */
function checkHelpTopic(program: CommandUnknownOpts, [verb, ...topic]: readonly string[]) {
  const [first] = topic;
  if (verb !== "help" || first === undefined || first.startsWith("-")) return;
  if (program.commands.some((command) => [command.name(), ...command.aliases()].includes(first))) {
    return;
  }
  throw usageError(`Unknown command '${first}'.`, `See: ${program.name()} --help`);
}

const isHelp = ({ code }: CommanderError) =>
  ["commander.help", "commander.helpDisplayed", "commander.version"].includes(code);

/** Runs one command line and gives the exit code. Nothing is thrown. */
export async function run(args: readonly string[], environs: Environs): Promise<number> {
  const { program, complete } = createProgram(environs);
  let cli: Cli | undefined;
  // Known before the line is parsed, so that a wrong line is told in the right form too.
  const json = args.includes("--json");
  const verbose = args.includes("--verbose") || args.includes("-v");
  const present = (error: unknown) => presentError(error, environs.io, { json, verbose });
  let exitCode: number;
  try {
    checkHelpTopic(program, args);
    cli = await complete(args);
    await program.parseAsync(ownShortOptions(program, args), { from: "user" });
    exitCode = cli?.ending === undefined ? 0 : exitCodes[cli.ending];
  } catch (error) {
    if (error instanceof CommanderError && isHelp(error)) exitCode = 0;
    else if (error instanceof CommanderError) {
      exitCode = present(toUsageError(error, commandPath(program, args)));
    } else exitCode = present(error);
  }
  try {
    await cli?.close();
  } catch (error) {
    return present(error);
  }
  return exitCode;
}
