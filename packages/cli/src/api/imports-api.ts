import {
  expensesPath,
  importFaults,
  importReverted,
  importsPath,
  numbersToTexts,
} from "@outlay/shared";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";
import { orNotFound } from "./or-not-found.ts";
import { readAnswer } from "./read-answer.ts";
import {
  type Expense,
  type ImportAnswer,
  type ImportBatch,
  receivedBatch,
  receivedExpense,
  receivedImport,
} from "./received/records.ts";
import type { SendAuthorized } from "./session.ts";

/** The statements about the currencies of a file, as the API takes them. */
export interface FileCurrencies {
  /** The currency of the rows that name none. */
  currency?: string | undefined;
  /** All currencies of the file. */
  currencies?: readonly string[] | undefined;
  /** The setting of this machine. */
  shown_in?: string | undefined;
  from_outlay?: true | undefined;
}

/** The user's imports: batches of expenses that can be reverted as a whole. */
export interface ImportsApi {
  list(): Promise<ImportBatch[]>;
  /** @throws CliError not_found */
  find(id: number): Promise<ImportBatch>;
  /** Returns the expenses of a batch, those in the trash last. */
  expenses(id: number): Promise<Expense[]>;
  /**
   * Stores expenses as a batch, all or none; if the batch's `external_id` is already known, adds them to that
   * batch. Each expense carries an external id, so sending them twice stores them once.
   */
  create(
    batch: { source: string; external_id: string; expenses: object[] } & FileCurrencies,
  ): Promise<ImportAnswer>;
  /** Adds to a batch. @throws CliError not_found, import_unsure */
  add(id: number, expenses: object[], currencies: FileCurrencies): Promise<ImportAnswer>;
  /** Reverts a batch, and returns how many expenses it had. @throws CliError not_found */
  revert(id: number): Promise<number>;
}

const found = <Result>(id: number, call: Promise<Result>): Promise<Result> =>
  orNotFound(call, `There is no import ${id}.`, "List your imports with: outlay import list");

/**
 * Throws an error that lists the expenses that the server refused, with reasons; returns if the error is of
 * another kind.
 */
function refuseExpenses(body: string): void {
  const faults = v.safeParse(v.pipe(v.string(), v.parseJson(), importFaults), body);
  if (!faults.success) return;
  const lines = faults.output.expenses.flatMap((fields, index) =>
    Object.entries(fields).map(
      ([field, messages]) => `expense ${index + 1}: ${field}: ${messages.join(" ")}`,
    ),
  );
  throw new CliError("invalid", ["The server refused the data:", ...lines.slice(0, 5)].join("\n"));
}

const homeFaults = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ home_currency: v.array(v.string()) }),
);

/** Throws an error if nothing tells in which currency the amounts are. */
function refuseCurrency(body: string, { shown_in, currencies, currency }: FileCurrencies): void {
  const faults = v.safeParse(homeFaults, body);
  if (!faults.success) return;
  // The end of the message is for programs.
  const message = faults.output.home_currency.join(" ").replace(/ Set it first:.*$/s, "");
  const code = shown_in ?? currency ?? currencies?.[0] ?? "EUR";
  throw new CliError("import_unsure", `${message}\nNothing was imported.`, {
    hint: `Set your home currency first: outlay config set currency ${code}`,
  });
}

export function importsApi(send: SendAuthorized): ImportsApi {
  const get = async <Schema extends v.GenericSchema>(path: string, schema: Schema) =>
    readAnswer(await send({ method: "GET", path, isRepeatable: true }), schema);
  const post = async (path: string, body: { expenses: object[] } & FileCurrencies) => {
    const answer = await send({ method: "POST", path, body, isRepeatable: true });
    if (answer.status === 400) {
      refuseCurrency(answer.body, body);
      refuseExpenses(answer.body);
    }
    return readAnswer({ ...answer, body: numbersToTexts(answer.body, ["total"]) }, receivedImport);
  };

  return {
    list: () => get(importsPath, v.array(receivedBatch)),
    find: (id) => found(id, get(`${importsPath}${id}/`, receivedBatch)),
    expenses: async (id) => {
      const path = `${expensesPath}?import=${id}&kind=any`;
      const kept = await get(path, v.array(receivedExpense));
      return [...kept, ...(await get(`${path}&deleted=true`, v.array(receivedExpense)))];
    },
    create: (batch) => post(importsPath, batch),
    add: (id, expenses, currencies) =>
      found(id, post(`${importsPath}${id}/expenses/`, { ...currencies, expenses })),
    revert: async (id) => {
      const path = `${importsPath}${id}/`;
      const answer = send({ method: "DELETE", path, isRepeatable: false });
      const read = async () => readAnswer(await answer, importReverted);
      return (await found(id, read())).deleted;
    },
  };
}
