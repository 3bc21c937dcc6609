/** The user's budgets, for a shell that asks while somebody types. */
import { budgetsPath } from "@outlay/shared";
import { wordText } from "../api/received/open-object.ts";
import { receivedBudget } from "../api/received/records.ts";
import { recordsApi } from "../api/records-api.ts";
import type { Backend } from "../backend/backend.ts";
import type { Cli } from "../cli.ts";
import { moneyIn } from "../terminal/amounts.ts";
import { quietly } from "./quietly.ts";
import type { Fitting } from "./suggestion.ts";

async function listBudgets(
  cli: Cli,
  backend: Backend,
  token: string,
  which: "kept" | "removed",
): Promise<Fitting> {
  const api = recordsApi({
    send: (request) => backend.send(request, token),
    path: budgetsPath,
    schema: receivedBudget,
    noun: "budget",
    listCommand: "outlay budget list",
  });
  const money = moneyIn((await cli.config.read()).currency);
  const every = which === "kept" ? await api.list() : await api.listRemoved();
  return {
    words: every.map(({ id, amount, category, period, description }) => ({
      word: String(id),
      about: `${money.ofWire(amount)} ${wordText(category)} ${wordText(period)}: ${description}`,
    })),
  };
}

/** Rejects if the budgets can't be read. */
export const budgetSuggestions = (cli: Cli, which: "kept" | "removed"): Promise<Fitting> =>
  quietly(cli, { words: [] }, (backend, token) => listBudgets(cli, backend, token, which));
