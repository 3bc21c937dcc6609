/** Every command as a script runs it, with its output: the input of the tests that cover all commands. */
import * as v from "valibot";
import { away, grace, outbox, password } from "./preparation.ts";
import { categoryCommands } from "./category-commands.ts";
import { rateCommands } from "./rate-commands.ts";
import type { ScriptedCommand } from "./scripted-command.ts";
import { shapes } from "./shapes.ts";

const { account, batch, budget, check, expense, format, outcome, report, rule, session, standing } =
  shapes;

export const commands: readonly ScriptedCommand[] = [
  { command: "add AMOUNT …", line: "add 4.20 Coffee -c food", shape: expense },
  {
    command: "add AMOUNT … --offline-ok, kept",
    line: "add 4.20 Coffee -c food --offline-ok",
    env: away,
    shape: shapes.kept,
  },
  { command: "list", line: "list", shape: v.array(expense) },
  { command: "show ID", line: "show 1", shape: expense },
  { command: "edit ID", line: "edit 1 --amount 5", shape: expense },
  { command: "rm ID…", line: "rm 1 --yes", shape: v.array(expense) },
  { command: "restore ID", line: "restore 2", shape: expense },
  { command: "undo", line: "undo --yes", shape: shapes.taken_back, changesTheRest: true },
  { command: "budget add AMOUNT …", line: "budget add 50 -c savings", shape: budget },
  { command: "budget list", line: "budget list", shape: v.array(budget) },
  { command: "budget show ID", line: "budget show 1", shape: budget },
  { command: "budget edit ID", line: "budget edit 1 --amount 20", shape: budget },
  { command: "budget rm ID…", line: "budget rm 1 --yes", shape: v.array(budget) },
  { command: "budget restore ID", line: "budget restore 2", shape: budget },
  { command: "budget status", line: "budget status", shape: v.array(standing) },
  { command: "budget check", line: "budget check", shape: v.array(standing), code: 9 },
  ...categoryCommands,
  { command: "report", line: "report --by tag", shape: report },
  {
    command: "import FILE",
    line: "import -",
    input: "Date,Description,Amount\n2026-11-05,Cinema,-12.00\n",
    shape: outcome,
  },
  { command: "import list", line: "import list", shape: v.array(batch) },
  { command: "import show ID", line: "import show 1", shape: batch },
  {
    command: "import revert ID",
    line: "import revert 1 --yes",
    shape: v.strictObject({ id: v.number(), deleted: v.number() }),
  },
  { command: "import formats", line: "import formats", shape: v.array(format) },
  {
    command: "import formats --remove NAME",
    line: "import formats --remove giro",
    shape: v.strictObject({ removed: v.string() }),
  },
  {
    command: "outbox list",
    files: { "outbox.json": outbox },
    line: "outbox list",
    shape: v.array(shapes.kept),
  },
  {
    command: "outbox send",
    line: "outbox send",
    env: away,
    shape: v.strictObject({
      sent: v.array(expense),
      refused: v.array(shapes.kept),
      left: v.number(),
    }),
  },
  {
    command: "outbox drop ID…",
    files: { "outbox.json": outbox },
    line: "outbox drop 1 --yes",
    shape: v.array(shapes.kept),
  },
  { command: "export", line: "export", shape: v.array(expense) },
  {
    command: "export -o FILE",
    line: "export -o HOME/expenses.csv",
    shape: v.strictObject({ file: v.string(), format: v.string(), expenses: v.number() }),
  },
  { command: "rules add PATTERN CATEGORY", line: "rules add tea food", shape: rule },
  { command: "rules list", line: "rules list", shape: v.array(rule) },
  { command: "rules rm ID…", line: "rules rm 1", shape: v.array(rule) },
  {
    command: "rules test TEXT",
    line: "rules test Netflix",
    shape: v.strictObject({ rule: v.nullable(rule) }),
  },
  { command: "register", line: "register --server local -u grace", env: grace, shape: session },
  {
    command: "login",
    before: ["register --server local -u grace"],
    line: "login --server local -u grace",
    env: grace,
    shape: session,
  },
  { command: "logout", line: "logout", shape: v.strictObject({ logged_out: v.boolean() }) },
  { command: "whoami", line: "whoami", shape: account },
  {
    command: "passwd",
    line: "passwd --password-stdin",
    input: `${password}\n`,
    shape: session,
    changesTheRest: true,
  },
  {
    command: "auth status",
    line: "auth status",
    shape: shapes.session_status,
  },
  {
    command: "auth token",
    line: "auth token",
    shape: v.strictObject({
      profile: v.string(),
      server: v.string(),
      access: v.string(),
      access_ends_at: v.nullable(v.string()),
    }),
    showsSecret: true,
  },
  {
    command: "key create NAME",
    line: "key create cron --scope import",
    shape: v.strictObject({ ...shapes.api_key.entries, secret: v.string() }),
    showsSecret: true,
  },
  {
    command: "key list",
    line: "key list",
    shape: v.array(shapes.api_key),
  },
  {
    command: "key revoke ID",
    line: "key revoke 1",
    shape: shapes.api_key,
  },
  {
    command: "profile list",
    line: "profile list",
    shape: v.array(
      v.strictObject({ profile: v.string(), server: v.string(), in_use: v.boolean() }),
    ),
  },
  {
    command: "profile use NAME",
    line: "profile use local",
    shape: v.strictObject({ profile: v.string(), server: v.string() }),
  },
  {
    command: "profile rm NAME",
    files: {
      "config.json": '{"version":1,"profiles":{"home":{"server":"http://127.0.0.1:8000"}}}',
    },
    line: "profile rm home --yes",
    shape: v.strictObject({ profile: v.string(), server: v.string(), in_use: v.string() }),
  },
  {
    command: "config get",
    line: "config get",
    shape: v.strictObject({ currency: v.nullable(v.string()) }),
  },
  { command: "config get SETTING", line: "config get currency", shape: v.nullable(v.string()) },
  {
    command: "config set SETTING VALUE",
    line: "config set currency EUR",
    shape: v.strictObject({ currency: v.string(), home_currency: v.nullable(v.string()) }),
  },
  {
    command: "config unset SETTING",
    line: "config unset currency",
    shape: v.record(v.string(), v.null()),
  },
  { command: "config path", line: "config path", shape: v.strictObject({ path: v.string() }) },
  {
    command: "serve",
    line: "serve --port 0 --log-level warn",
    shape: v.strictObject({ url: v.string(), data: v.string() }),
    isLasting: true,
  },
  {
    command: "backup FILE",
    line: "backup HOME/copy.json",
    isLocal: true,
    shape: v.strictObject({
      file: v.string(),
      bytes: v.number(),
      accounts: v.array(v.string()),
      expenses: v.number(),
      budgets: v.number(),
    }),
  },
  {
    command: "restore-backup FILE",
    before: ["backup HOME/copy.json"],
    line: "restore-backup HOME/copy.json --yes",
    isLocal: true,
    shape: shapes.restored,
  },
  {
    command: "doctor",
    line: "doctor",
    shape: v.strictObject({ folder: v.string(), checks: v.array(check), ok: v.boolean() }),
  },
  ...rateCommands,
  { command: "completion SHELL", line: "completion bash", shape: v.string() },
];
