/** The code of all commands, loaded in one piece as soon as one of them is named. */
import { accountVerbs } from "./account/verbs.ts";
import { budgetVerbs } from "./budget/verbs.ts";
import { categoryVerbs } from "./category/verbs.ts";
import { completionCommand } from "./completion.ts";
import { configVerbs } from "./config/verbs.ts";
import { copyToCommand } from "./copy/copy-to.ts";
import { dataVerbs } from "./data/verbs.ts";
import { expenseVerbs } from "./expense/verbs.ts";
import { exportCommand } from "./export/export.ts";
import { completeCommand } from "./hidden/complete.ts";
import { describeCommand } from "./hidden/describe.ts";
import { manCommand } from "./hidden/man.ts";
import { importVerbs } from "./import/verbs.ts";
import { keyVerbs } from "./key/verbs.ts";
import { outboxVerbs } from "./outbox/verbs.ts";
import { profileVerbs } from "./profile/verbs.ts";
import { rateVerbs } from "./rate/verbs.ts";
import { reportCommand } from "./report/report.ts";
import { rulesVerbs } from "./rules/verbs.ts";
import { serveCommand } from "./server/serve.ts";
import { undoCommand } from "./undo.ts";
import type { Verb } from "./verb.ts";

export { Cli } from "../cli.ts";
export { keepPrivate } from "../config/keep-private.ts";
export { settingsFiles } from "../files/settings-files.ts";

export const verbs = {
  account: accountVerbs,
  budget: budgetVerbs,
  category: categoryVerbs,
  config: configVerbs,
  data: dataVerbs,
  expense: expenseVerbs,
  import: importVerbs,
  key: keyVerbs,
  outbox: outboxVerbs,
  profile: profileVerbs,
  rate: rateVerbs,
  rules: rulesVerbs,
  single: {
    report: reportCommand,
    export: exportCommand,
    "copy-to": copyToCommand,
    serve: serveCommand,
    undo: undoCommand,
    completion: completionCommand,
    __complete: completeCommand,
    __describe: describeCommand,
    __man: manCommand,
  },
} satisfies Record<string, Record<string, Verb>>;

export type Verbs = typeof verbs;
