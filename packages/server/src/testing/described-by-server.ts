import { openApiDocument } from "../openapi/open-api-document.ts";
import type { Route } from "../routes/route.ts";
import { answersIn, type CheckAnswer } from "./described-answers.ts";

const checks = new Map<string, CheckAnswer>();

/** What a server's answers are held against: the same for all that have these routes, and it takes a while to compile. */
export function describedAnswers(routes: readonly Route[]): CheckAnswer {
  const paths = routes.map(({ path }) => path).join(" ");
  const check = checks.get(paths) ?? answersIn(openApiDocument(routes));
  checks.set(paths, check);
  return check;
}
