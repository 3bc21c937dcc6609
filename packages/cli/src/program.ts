/** The whole command tree. */
import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { version } from "../package.json";
import { Cli, type Environs } from "./cli.ts";
import { authStatusCommand } from "./commands/account/auth-status.ts";
import { loginCommand } from "./commands/account/login.ts";
import { logoutCommand } from "./commands/account/logout.ts";
import { registerCommand } from "./commands/account/register.ts";
import { whoamiCommand } from "./commands/account/whoami.ts";
import { backupCommand } from "./commands/data/backup.ts";
import { doctorCommand } from "./commands/data/doctor.ts";
import { restoreBackupCommand } from "./commands/data/restore-backup.ts";
import { addCommand as addBudgetCommand } from "./commands/budget/add.ts";
import { checkCommand as checkBudgetsCommand } from "./commands/budget/check.ts";
import { budgetNoun } from "./commands/budget/budget-noun.ts";
import { editCommand as editBudgetCommand } from "./commands/budget/edit.ts";
import { listCommand as listBudgetsCommand } from "./commands/budget/list.ts";
import { statusCommand as budgetStatusCommand } from "./commands/budget/status.ts";
import { withExamples } from "./commands/examples.ts";
import { exportCommand } from "./commands/export/export.ts";
import { addCommand } from "./commands/expense/add.ts";
import { editCommand } from "./commands/expense/edit.ts";
import { expenseNoun } from "./commands/expense/expense-noun.ts";
import { listCommand } from "./commands/expense/list.ts";
import { formatsCommand } from "./commands/import/formats.ts";
import { importCommand } from "./commands/import/import-command.ts";
import { listCommand as listImportsCommand } from "./commands/import/list.ts";
import { revertCommand } from "./commands/import/revert.ts";
import { showCommand as showImportCommand } from "./commands/import/show.ts";
import { profileListCommand } from "./commands/profile/list.ts";
import { profileUseCommand } from "./commands/profile/use.ts";
import { restoreCommand } from "./commands/record/restore.ts";
import { rmCommand } from "./commands/record/rm.ts";
import { showCommand } from "./commands/record/show.ts";
import { reportCommand } from "./commands/report/report.ts";
import { addCommand as addRuleCommand } from "./commands/rules/add.ts";
import { listCommand as listRulesCommand } from "./commands/rules/list.ts";
import { rmCommand as rmRulesCommand } from "./commands/rules/rm.ts";
import { testCommand as testRulesCommand } from "./commands/rules/test.ts";
import { serveCommand } from "./commands/server/serve.ts";

function createRoot() {
  return new Command("outlay")
    .description("Expenses and budgets, from the command line, with your data on your machine.")
    .version(version)
    .option("--json", "data on stdout as JSON, errors on stderr as JSON")
    .option("--profile <name>", "the profile to use (OUTLAY_PROFILE)")
    .option("--server <url>", "the server to use (OUTLAY_SERVER)")
    .option("--insecure", "allow plain http to another machine")
    .option("-q, --quiet", "only data and errors")
    .option("-v, --verbose", "tell each request on stderr")
    .option("--no-input", "never ask anything")
    .option("--no-color", "no colours (NO_COLOR)")
    .configureHelp({
      showGlobalOptions: true,
      minWidthToWrap: 20,
      subcommandTerm: (command) => command.name(),
    })
    .exitOverride();
}

const group = (name: string, description: string) => new Command(name).description(description);

function add(parent: CommandUnknownOpts, ...children: CommandUnknownOpts[]): void {
  for (const child of children) {
    child.copyInheritedSettings(parent);
    parent.addCommand(child);
  }
}

/** An option or argument that commander refuses is told by `presentError`, as every other error is. */
const withoutOwnErrors = { outputError: () => undefined };

export function createProgram(environs: Environs) {
  const root = createRoot();
  root.configureOutput({ writeOut: environs.io.out, ...withoutOwnErrors });
  const cli = new Cli(environs, () => {
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
  });

  const expenseVerbs = () => [
    addCommand(cli),
    listCommand(cli),
    showCommand(cli, expenseNoun),
    editCommand(cli),
    rmCommand(cli, expenseNoun),
    restoreCommand(cli, expenseNoun),
  ];
  const expense = group("expense", "Expenses: the same verbs as without the noun.");
  const budget = group("budget", "Budgets: what you mean to spend.");
  const rules = group("rules", "Rules: which descriptions get which category and tags.");
  const auth = group("auth", "The session with the server.");
  const profile = group("profile", "Profiles: the servers you use.");

  add(root, ...expenseVerbs(), expense, budget);
  add(expense, ...expenseVerbs());
  add(
    budget,
    addBudgetCommand(cli),
    listBudgetsCommand(cli),
    showCommand(cli, budgetNoun),
    editBudgetCommand(cli),
    rmCommand(cli, budgetNoun),
    restoreCommand(cli, budgetNoun),
    budgetStatusCommand(cli),
    checkBudgetsCommand(cli),
  );
  add(root, reportCommand(cli));
  const imports = importCommand(cli);
  add(root, imports);
  add(
    imports,
    listImportsCommand(cli),
    showImportCommand(cli),
    revertCommand(cli),
    formatsCommand(cli),
  );
  add(root, exportCommand(cli), rules);
  add(
    rules,
    addRuleCommand(cli),
    listRulesCommand(cli),
    rmRulesCommand(cli),
    testRulesCommand(cli),
  );
  add(root, registerCommand(cli), loginCommand(cli), logoutCommand(cli), whoamiCommand(cli));
  add(root, auth, profile, serveCommand(cli));
  add(root, backupCommand(cli), restoreBackupCommand(cli), doctorCommand(cli));
  add(auth, authStatusCommand(cli));
  add(profile, profileListCommand(cli), profileUseCommand(cli));

  withExamples(root, [
    ["Record an expense", 'outlay add 12.50 "Lunch with Ada" -c food'],
    ["See the newest ones", "outlay list"],
    ["See where the money went this month", "outlay report"],
    ["Set a budget", "outlay budget add 400 -c food"],
  ]);
  return { program: root, cli };
}
