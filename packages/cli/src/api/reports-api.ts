import { readSpendingReport, type SpendingReport, spendingPath } from "@outlay/shared";
import { requireSuccess } from "./read-answer.ts";
import { notOurs } from "./refusal.ts";
import type { SendAuthorized } from "./session.ts";

/** A report, and its JSON exactly as the API returned it. */
interface SpendingAnswer {
  report: SpendingReport;
  json: string;
}

export interface ReportsApi {
  spending(parameters: URLSearchParams): Promise<SpendingAnswer>;
}

export function reportsApi(send: SendAuthorized): ReportsApi {
  return {
    async spending(parameters) {
      const path = `${spendingPath}?${parameters.toString()}`;
      const answer = await send({ method: "GET", path, isRepeatable: true });
      requireSuccess(answer);
      const report = readSpendingReport(answer.body);
      if (!report) throw notOurs(answer);
      return { report, json: answer.body };
    },
  };
}
