import { CommanderError, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { commandLine } from "@outlay/files";
import { similarTo } from "../arguments/similar.ts";
import type { Cli, Environs } from "../cli.ts";
import { usageError } from "../errors/cli-error.ts";
import { exitCodes } from "../errors/exit-codes.ts";
import { childNamed, meantVerb, namedCommand, pathOf } from "./named-command.ts";
import { negativeAmounts } from "./negative-amounts.ts";
import { ownShortOptions } from "./own-short-options.ts";
import { createProgram } from "./program.ts";

/** Rewords commander's refusal of an option or argument. @param word the first word after the command's name */
function toUsageError(
  { code, message }: CommanderError,
  command: CommandUnknownOpts,
  word: string | undefined,
) {
  const [problem = "", suggestion] = message.replace(/^error: /, "").split("\n");
  const sentence = problem.charAt(0).toUpperCase() + problem.slice(1).replace(/\.?$/, ".");
  const path = pathOf(command);
  const help = `See: ${path} --help`;
  if (suggestion) return usageError(sentence, `${suggestion.replace(/^\(|\)$/g, "")} ${help}`);
  const [, given = ""] = /^Unknown option '(.*)'\.$/s.exec(sentence) ?? [];
  if (/\s|^-[\d.,]/.test(given)) {
    const typed = `${path} … -- ${commandLine(given)}`;
    return usageError(sentence, `Put a text that begins with a minus after --: ${typed}`);
  }
  if (code === "commander.excessArguments" && word !== undefined) {
    return usageError(sentence, meantVerb(command, word) ?? help);
  }
  if (code !== "commander.missingArgument") return usageError(sentence, help);
  const words = command.usage().replace(/^\[options\] /, "");
  return usageError(sentence, `Write it like: ${path} ${words}. ${help}`);
}

/** @throws CliError usage, for a command that doesn't exist */
function checkTopic(from: CommandUnknownOpts, words: readonly string[]): void {
  let topic = from;
  for (const word of words) {
    if (word.startsWith("-") || topic.commands.length === 0) return;
    const next = childNamed(topic, word);
    if (!next) {
      const names = topic.commands.map((child) => child.name());
      const similar = similarTo(word, names);
      const help = `See: ${pathOf(topic)} --help`;
      throw usageError(
        `Unknown command '${word}'.`,
        similar === undefined ? help : `Did you mean ${similar}? ${help}`,
      );
    }
    topic = next;
  }
}

/**
 * Rewrites `help budget add` as `budget add --help`; leaves other lines unchanged. commander takes only one
 * word after `help`, and answers an unknown one with the full help.
 * @throws CliError usage
 */
function withHelpBehind(program: CommandUnknownOpts, args: readonly string[]): readonly string[] {
  const { command, behind } = namedCommand(program, args);
  if (args[behind] !== "help") return args;
  checkTopic(command, args.slice(behind + 1));
  return [...args.toSpliced(behind, 1), "--help"];
}

/** A group without a subcommand, which commander answers with help. */
const lacksVerb = ({ code, exitCode }: CommanderError) => code === "commander.help" && exitCode > 0;

const isHelp = ({ code }: CommanderError) =>
  ["commander.help", "commander.helpDisplayed", "commander.version"].includes(code);

/** Runs one command line and returns the exit code. Never throws. */
export async function run(args: readonly string[], environs: Environs): Promise<number> {
  const { program, complete } = createProgram(environs);
  let cli: Cli | undefined;
  // Determined before the line is parsed, so that errors in the line itself are reported in the right format
  // too.
  const json = args.includes("--json");
  const verbose = args.includes("--verbose") || args.includes("-v");
  const present = async (error: unknown): Promise<number> => {
    const { presentError } = await import("../errors/present-error.ts");
    return presentError(error, environs.io, { json, verbose });
  };
  let exitCode: number;
  try {
    const line = withHelpBehind(program, args);
    cli = await complete(line);
    const words = negativeAmounts(program, ownShortOptions(program, line));
    await program.parseAsync(words, { from: "user" });
    exitCode = cli?.ending === undefined ? 0 : exitCodes[cli.ending];
  } catch (error) {
    const { command, behind } = namedCommand(program, args);
    if (!(error instanceof CommanderError)) exitCode = await present(error);
    else if (lacksVerb(error) && json) {
      const path = pathOf(command);
      exitCode = await present(
        usageError(`"${path}" needs a command after it.`, `See: ${path} --help`),
      );
    } else if (lacksVerb(error) && command !== program) exitCode = exitCodes.usage;
    else if (isHelp(error)) exitCode = 0;
    else exitCode = await present(toUsageError(error, command, args[behind]));
  }
  try {
    await cli?.close();
  } catch (error) {
    return await present(error);
  }
  return exitCode;
}
