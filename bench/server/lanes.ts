import { randomUUID } from "node:crypto";
import { ask, login, type Send } from "./api.ts";
import type { Ledger } from "./ledger.ts";

/** A lane does one thing, again and again. */
type Lane = (send: Send, ledger: Ledger, lane: number) => () => Promise<void>;

export type LaneKind = "read" | "write" | "import" | "login";

const rowsPerImport = 500;
const categories = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"];

const newExpense = (number: number) => ({
  amount: (100 + (number % 10_000)) / 100,
  description: `Bakery ${number % 50}`,
  category: categories[number % categories.length],
  date: `2026-0${1 + (number % 9)}-1${number % 10}`,
  tags: ["work"],
  external_id: randomUUID(),
});

const questions = [
  "/expenses/?limit=50&order=-date",
  "/expenses/?limit=50&category=FOOD&q=bakery",
  "/reports/spending/?by=month&from=2026-01-01&to=2026-12-31",
  "/budget/status/?date=2026-09-15",
];

export const lanes: Record<LaneKind, Lane> = {
  read(send, _ledger, lane) {
    let turn = lane;
    return async () => {
      turn += 1;
      await ask(send, "GET", questions[turn % questions.length] ?? "/expenses/");
    };
  },

  write(send, ledger, lane) {
    let number = lane * 1000;
    return async () => {
      number += 1;
      const expense = newExpense(number);
      await ask(send, "POST", "/expenses/", expense);
      ledger.acknowledge([expense.external_id]);
    };
  },

  import(send, ledger) {
    return async () => {
      const expenses = Array.from({ length: rowsPerImport }, (_, index) => newExpense(index));
      await ask(send, "POST", "/imports/", { source: "bench.csv", expenses });
      ledger.acknowledge(expenses.map(({ external_id: id }) => id));
    };
  },

  login: (send) => async () => {
    await ask(send, "POST", "/api/token/", login);
  },
};
