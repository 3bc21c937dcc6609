/** The two accounts between which data are copied. */
import { accountPaths } from "@outlay/shared";
import { readAnswer } from "../api/read-answer.ts";
import { type Account, type Expense, receivedAccount } from "../api/received/records.ts";
import type { Connection } from "../connection.ts";

/** The number of records that were copied, and of those that the other account had already. */
export interface Copied {
  copied: number;
  there: number;
}

/** An account, and the access to it. */
export interface CopySide {
  connection: Connection;
  me: Account;
  /** The account for people: its user and its profile. */
  name: string;
}

/** The expenses to copy. */
export interface CopiedExpenses {
  /** All of the account that is copied, by id. */
  all: readonly Expense[];
  /** The expenses of the other account. */
  there: readonly Expense[];
  /** Told how many more have been dealt with. */
  step: (expenses: number) => void;
}

export async function copySide(connection: Connection): Promise<CopySide> {
  const answer = await connection.send({
    method: "GET",
    path: accountPaths.me,
    isRepeatable: true,
  });
  const account = readAnswer(answer, receivedAccount);
  const { target } = connection;
  return { connection, me: account, name: `${account.username} (${target.profile})` };
}
