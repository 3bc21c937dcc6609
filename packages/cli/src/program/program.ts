/** The program, as commander parses its command lines. */
import { Command, type CommandUnknownOpts, type HelpContext } from "@commander-js/extra-typings";
import { version } from "../../package.json";
import type { Cli, Environs, GlobalOptions } from "../cli.ts";
import { type Branch, commandTree } from "./command-tree.ts";
import { addDescribed } from "../help/described.ts";
import { withExamples } from "../help/examples.ts";
import { overview } from "../help/overview.ts";
import type { Io } from "../terminal/io.ts";
import { lineOf, namedCommand, pathOf } from "./named-command.ts";

function createRoot() {
  return new Command("outlay")
    .description("Expenses and budgets, from the command line, with your data on your machine.")
    .version(version)
    .option("--json", "write data to stdout and errors to stderr as JSON")
    .option("--profile <name>", "the profile to use (OUTLAY_PROFILE)")
    .option("--server <url>", "the server to use (OUTLAY_SERVER)")
    .option("--insecure", "allow plain http to another machine")
    .option("-q, --quiet", "write only data and errors")
    .option("-v, --verbose", "log each request to stderr")
    .option("--no-input", "never ask for input")
    .option("--no-color", "use no colours (NO_COLOR)")
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 20,
      subcommandTerm: (command) => command.name(),
    })
    .exitOverride();
}

function configureOutput(root: ReturnType<typeof createRoot>, { out, err }: Io): void {
  root.configureOutput({
    writeOut: out,
    // A group without a subcommand shows its help to people; for programs it is an error like any other.
    writeErr: (text) => (root.opts().json ? undefined : err(text)),
    // An option or argument that commander refuses is reported by `presentError`, like every other error.
    outputError: () => undefined,
  });
}

/**
 * Commands that do not need the check for open settings: they change nothing, `doctor` itself reports who may
 * read the settings, `completion` doesn't use them, and a message would disturb somebody who presses Tab.
 */
const toldByThemselves = new Set(["completion", "doctor", "__complete", "__describe", "__man"]);

function globalsOf(root: ReturnType<typeof createRoot>): GlobalOptions {
  const { json, profile, server, insecure, quiet, verbose, input, color } = root.opts();
  return {
    json: json === true,
    profile,
    server,
    insecure: insecure === true,
    quiet: quiet === true,
    verbose: verbose === true,
    input,
    color,
  };
}

/** All commands by name, including their subcommands. */
export function createProgram(environs: Environs) {
  const root = createRoot();
  configureOutput(root, environs.io);
  const branches = new Map<CommandUnknownOpts, Branch>();
  const grow = (parent: Command, below: readonly Branch[]) => {
    for (const branch of below) {
      const command = new Command(branch.name).description(branch.does);
      if (branch.alias !== undefined) command.alias(branch.alias);
      parent.addCommand(command.copyInheritedSettings(parent), {
        hidden: branch.isHidden === true,
      });
      branches.set(command, branch);
      grow(command, branch.below ?? []);
    }
  };
  grow(root, commandTree);

  withExamples(root, [
    ["Record an expense", 'outlay add 12.50 "Lunch with Ada" -c food'],
    ["See the newest ones", "outlay list"],
    ["See where the money went this month", "outlay report"],
    ["Set a budget", "outlay budget add 400 -c food"],
    ["See what is left of the budgets", "outlay budget status"],
    ["Read a bank's CSV", "outlay import giro.csv"],
  ]);
  // For a line without a command, commander shows the full help, which is longer than a screen.
  const helpInFull = root.outputHelp.bind(root);
  root.outputHelp = (context?: unknown) => {
    const { error } = (context ?? {}) as HelpContext;
    if (!error) helpInFull();
    else if (!root.opts().json) environs.io.err(overview(root));
  };
  const globals = () => globalsOf(root);

  /** Loads the commands that a line names; undefined if it names none, which needs little. */
  async function complete(args: readonly string[]): Promise<Cli | undefined> {
    const { command: named, behind } = namedCommand(root, args);
    if (named === root) return undefined;
    const line = lineOf(named);
    if (environs.descriptions && ["--help", "-h"].includes(args[behind] ?? "")) {
      // The line only shows help, whatever else it contains.
      const descriptions = environs.descriptions();
      for (const command of line) addDescribed(command as Command, descriptions);
      return undefined;
    }
    const { Cli, keepPrivate, settingsFiles, verbs } = await import("../commands/verbs.ts");
    const cli = new Cli(environs, globals, pathOf(named));
    root.hook("preAction", async (_root, command) => {
      if (toldByThemselves.has(command.name())) return;
      const warn = (message: string) => cli.warn(message);
      const files = settingsFiles(cli);
      await keepPrivate({ folder: cli.configFolder, uid: process.getuid?.(), warn, files });
    });
    const needed = branches.get(named)?.needsAll ? branches.keys() : line;
    for (const command of needed) {
      branches.get(command)?.verb?.(verbs)(command as Command, cli);
    }
    return cli;
  }
  return { program: root, complete };
}
