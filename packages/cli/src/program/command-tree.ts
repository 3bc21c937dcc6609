/** All commands, with what their help says of them. What else there is to a command is loaded when it is named. */
import type { Verb } from "../commands/verb.ts";
import type { Verbs } from "../commands/verbs.ts";

export interface Branch {
  name: string;
  does: string;
  alias?: string | undefined;
  /** Undefined for a group, which only contains commands. */
  verb?: (verbs: Verbs) => Verb;
  below?: readonly Branch[];
  /** Hidden from the help. */
  isHidden?: boolean;
  /** Whether it inspects all commands, and needs them complete. */
  needsAll?: boolean;
}

const branchesOf =
  <Group extends keyof Verbs>(group: Group) =>
  (name: keyof Verbs[Group] & string, does: string, alias?: string): Branch => ({
    name,
    does,
    alias,
    verb: (verbs) => verbs[group][name] as Verb,
  });

const account = branchesOf("account");
const budget = branchesOf("budget");
const category = branchesOf("category");
const config = branchesOf("config");
const data = branchesOf("data");
const expense = branchesOf("expense");
const imports = branchesOf("import");
const key = branchesOf("key");
const outbox = branchesOf("outbox");
const profile = branchesOf("profile");
const rate = branchesOf("rate");
const rules = branchesOf("rules");
const single = branchesOf("single");

const expenseBranches = [
  expense("add", "Record an expense."),
  expense("list", "List expenses, the newest 20 first.", "ls"),
  expense("show", "Show one expense with all its fields."),
  expense("edit", "Change an expense."),
  expense("rm", "Remove expenses."),
  expense("restore", "Bring a removed expense back, within 30 days."),
  single("undo", "Undo the last change that this machine made to expenses or budgets."),
];

export const commandTree: readonly Branch[] = [
  ...expenseBranches,
  {
    name: "expense",
    does: "Expenses: the same commands, with the noun written out.",
    below: expenseBranches,
  },
  {
    name: "budget",
    does: "Budgets: what you mean to spend.",
    below: [
      budget("add", "Set a budget for a category."),
      budget("list", "List budgets.", "ls"),
      budget("show", "Show one budget with all its fields."),
      budget("edit", "Change a budget."),
      budget("rm", "Remove budgets."),
      budget("restore", "Bring a removed budget back, within 30 days."),
      budget("status", "Show what is left of the budgets, and where their periods are heading."),
      budget(
        "check",
        "List the budgets that are used up, and exit with 9; print nothing if none is.",
      ),
    ],
  },
  {
    name: "category",
    does: "Categories: those of your own besides the built-in ones.",
    below: [
      category("list", "List the categories.", "ls"),
      category("add", "Add a category of your own."),
      category("rename", "Change a category's name; records keep its key."),
      category("move", "Put a category below another one, which counts it too."),
      category("archive", "No longer offer a category."),
      category("rm", "Remove a category, and move its records to another one."),
      category("starter", "Pick a household's usual categories from a list."),
    ],
  },
  {
    name: "rate",
    does: "Rates, by which amounts in other currencies count in reports and budgets.",
    below: [
      rate("set", "Set what one unit of a currency is worth in your home currency."),
      rate("list", "List the rates.", "ls"),
      rate("rm", "Remove a rate."),
      rate(
        "import",
        "Take the rates that your records need from the European Central Bank's table.",
      ),
    ],
  },
  single("report", "Show where the money went: this month by category, unless you say otherwise."),
  {
    ...imports("import", "Import expenses from the CSV of a bank, card or app, each of them once."),
    below: [
      imports("list", "List what was imported.", "ls"),
      imports("show", "Show an import."),
      imports("revert", "Revert an import: its expenses are removed for good."),
      imports("formats", "List the formats saved with --save-as."),
    ],
  },
  {
    name: "outbox",
    does: "Expenses waiting for a server that couldn't be reached.",
    below: [
      outbox("list", "List expenses that wait, and those that a server refused.", "ls"),
      outbox("send", "Send the waiting expenses now, and retry those that the server refused."),
      outbox("drop", "Discard waiting expenses, so that they are never sent."),
    ],
  },
  single("export", "Write expenses for other programs, the oldest first."),
  single("copy-to", "Copy everything to another account, each record once."),
  {
    name: "rules",
    does: "Rules, which give descriptions their category and tags.",
    below: [
      rules("add", "Add a rule: expenses with this text in the description get this category."),
      rules("list", "List the rules, in the order in which they are tried.", "ls"),
      rules("rm", "Remove rules. Expenses keep the category and tags they already have."),
      rules("test", "Show which rule matches a description, if any."),
    ],
  },
  account("register", "Create an account on a server, log in to it, and use it from now on."),
  account("login", "Log in to a server, and use it from now on."),
  account("logout", "End the session with a server."),
  account("whoami", "Show your user name on the server."),
  account("passwd", "Change your password. This session continues; all others end."),
  {
    name: "auth",
    does: "The session with the server.",
    below: [
      account(
        "status",
        "Show which server is used, the user, and when the session expires. Asks no server.",
      ),
      account(
        "token",
        "Print an access token for another program, valid for up to an hour. Keep it as secret as your password.",
      ),
    ],
  },
  {
    name: "key",
    does: "API keys, which scripts use instead of a login.",
    below: [
      key("create", "Create a key for a script. Its secret is shown only once, alone on stdout."),
      key("list", "List your keys, except revoked ones.", "ls"),
      key("revoke", "Revoke a key for good, at once and without asking."),
    ],
  },
  {
    name: "profile",
    does: "Profiles: the servers you use.",
    below: [
      profile("list", "List the profiles and their servers.", "ls"),
      profile("use", "Use another profile from now on."),
      profile("rm", "Remove a profile and its tokens. The data on its server stay there."),
    ],
  },
  {
    name: "config",
    does: "Your settings.",
    below: [
      config("get", "Show settings."),
      config("set", "Change a setting."),
      config("unset", "Reset a setting to its default."),
      config("path", "Show where the settings are stored."),
    ],
  },
  single("serve", "Run the server in the foreground, until Ctrl-C."),
  data("backup", "Copy all data on this machine into one file. Works while a server runs."),
  data(
    "restore-backup",
    "Replace the data on this machine with a backup. The present data are kept in another file.",
  ),
  data("doctor", "Check the data on this machine, and suggest repairs. Changes nothing."),
  single(
    "completion",
    "Print a shell script that makes the Tab key complete outlay's command lines.",
  ),
  { ...single("__complete", ""), isHidden: true, needsAll: true },
  { ...single("__describe", ""), isHidden: true, needsAll: true },
  { ...single("__man", ""), isHidden: true, needsAll: true },
];
