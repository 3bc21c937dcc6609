import { expenseInput, InvalidFields, parseFields, type SentExpense } from "@outlay/shared";
import type { LogInOptions } from "../api/log-in-again.ts";
import { invalidError } from "../api/refusal.ts";
import { mayHaveArrived } from "../backend/backend.ts";
import type { Cli } from "../cli.ts";
import { isLocal } from "../config/target.ts";
import { CliError } from "../errors/cli-error.ts";
import { ownerOfRecords } from "../api/record-owner.ts";
import { type KeptExpense, outboxFile } from "./outbox-file.ts";

const isAway = (error: unknown): error is CliError =>
  error instanceof CliError && error.code === "unreachable";

/** Whether expenses may be queued: at a terminal, where the user is told, or if the user agreed to it. */
export const mayKeep = (cli: Cli, { target }: LogInOptions, isAgreed: boolean): boolean =>
  !isLocal(target) && (isAgreed || cli.prompts !== undefined);

/** Refuses what the server would refuse, while somebody is there to correct it. @throws CliError invalid */
function check(expense: SentExpense): void {
  try {
    parseFields(expenseInput, expense);
  } catch (error) {
    throw error instanceof InvalidFields
      ? invalidError("The server would refuse the data:", error.fields)
      : error;
  }
}

/**
 * Queues an expense that didn't reach its server.
 * @param error the reason; rethrown if the expense can't be queued, because the server was reached or nobody
 * is logged in there
 * @throws CliError
 */
export async function keepExpense(
  cli: Cli,
  logInOptions: LogInOptions,
  expense: SentExpense,
  error: unknown,
): Promise<KeptExpense> {
  if (!isAway(error)) throw error;
  const owner = await ownerOfRecords(cli.env, logInOptions);
  if (!owner) throw error;
  check(expense);
  return outboxFile(cli.configFolder).put(owner, {
    kept_at: cli.clock().toISOString(),
    may_have_arrived: mayHaveArrived(error),
    expense,
  });
}

/** Adds a hint on how a script can have its expense queued. */
export function withOutboxHint(error: unknown): unknown {
  if (!isAway(error)) return error;
  const hint = "With -c and --offline-ok it is saved here and sent later.";
  return new CliError(error.code, error.message, {
    hint: error.hint === undefined ? hint : `${error.hint} ${hint}`,
    cause: error.cause,
  });
}
