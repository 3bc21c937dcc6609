/** All commands, with what their help says of them. What else there is to a command is loaded when it is named. */
import type { Verb } from "../commands/verb.ts";
import type { Verbs } from "../commands/verbs.ts";

export interface Branch {
  name: string;
  does: string;
  alias?: string | undefined;
  /** A group alone has none. */
  verb?: (verbs: Verbs) => Verb;
  below?: readonly Branch[];
  /** The help doesn't list it. */
  isHidden?: boolean;
  /** It looks at all commands, and needs them complete. */
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
const config = branchesOf("config");
const data = branchesOf("data");
const expense = branchesOf("expense");
const imports = branchesOf("import");
const key = branchesOf("key");
const outbox = branchesOf("outbox");
const profile = branchesOf("profile");
const rules = branchesOf("rules");
const single = branchesOf("single");

const expenseBranches = [
  expense("add", "Record an expense."),
  expense("list", "List expenses, the newest 20 first.", "ls"),
  expense("show", "Show one expense with all its fields."),
  expense("edit", "Change an expense."),
  expense("rm", "Remove expenses."),
  expense("restore", "Bring a removed expense back, within 30 days."),
  single("undo", "Take back the last change of expenses or budgets from this machine."),
];

export const commandTree: readonly Branch[] = [
  ...expenseBranches,
  {
    name: "expense",
    does: "Expenses: the same verbs as without the noun.",
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
        "Tell which budgets are used up, and exit with 9 if any is; else say nothing.",
      ),
    ],
  },
  single("report", "Show where the money went: this month by category, unless you say otherwise."),
  {
    ...imports("import", "Import a bank's, card's or app's CSV: expenses only, each of them once."),
    below: [
      imports("list", "List what was imported.", "ls"),
      imports("show", "Show an import."),
      imports("revert", "Take an import back: its expenses are removed for good."),
      imports("formats", "List the formats that --save-as has kept."),
    ],
  },
  {
    name: "outbox",
    does: "Expenses that wait for a server which couldn't be reached.",
    below: [
      outbox("list", "List what waits, and what a server refused.", "ls"),
      outbox("send", "Send what waits now, and once more what the server refused."),
      outbox("drop", "Take expenses out, which are never sent then."),
    ],
  },
  single("export", "Write expenses for other programs, the oldest first."),
  {
    name: "rules",
    does: "Rules: which descriptions get which category and tags.",
    below: [
      rules("add", "Add a rule: what has this text in its description gets this category."),
      rules("list", "List the rules, in the order in which they are tried.", "ls"),
      rules("rm", "Remove rules. Expenses keep what rules gave them."),
      rules("test", "Tell which rule a description gets, if any."),
    ],
  },
  account("register", "Make an account on a server, log in to it, and use it from now on."),
  account("login", "Log in to a server, and use it from now on."),
  account("logout", "End the session with a server."),
  account("whoami", "Say who you are to the server."),
  account("passwd", "Change your password. This session goes on; all others end."),
  {
    name: "auth",
    does: "The session with the server.",
    below: [
      account("status", "Show which server is used, as whom, and until when. Asks no server."),
      account(
        "token",
        "Print an access token, good for up to an hour, for another program. It is as secret as your password.",
      ),
    ],
  },
  {
    name: "key",
    does: "API keys: what scripts come with instead of a login.",
    below: [
      key("create", "Make a key for a script. Its secret is shown this once, alone on stdout."),
      key("list", "List your keys, without those that are revoked.", "ls"),
      key("revoke", "End a key for good, at once. Nothing is asked: another is soon made."),
    ],
  },
  {
    name: "profile",
    does: "Profiles: the servers you use.",
    below: [
      profile("list", "List the profiles: a server each.", "ls"),
      profile("use", "Use another profile from now on."),
      profile("rm", "Forget a profile and its tokens. What is recorded on its server stays there."),
    ],
  },
  {
    name: "config",
    does: "Settings of your own.",
    below: [
      config("get", "Show settings."),
      config("set", "Change a setting."),
      config("unset", "Take a setting back to what it is without being set."),
      config("path", "Show where the settings lie."),
    ],
  },
  single("serve", "Run the server in the foreground, until Ctrl-C."),
  data("backup", "Copy all data on this machine into one file. Works while a server runs."),
  data(
    "restore-backup",
    "Put a backup in the place of the data on this machine, which are kept beside it.",
  ),
  data("doctor", "Look over the data on this machine, and say what to do. Changes nothing."),
  single("completion", "Print a script with which the Tab key completes outlay's command lines."),
  { ...single("__complete", ""), isHidden: true, needsAll: true },
  { ...single("__describe", ""), isHidden: true, needsAll: true },
  { ...single("__man", ""), isHidden: true, needsAll: true },
];
