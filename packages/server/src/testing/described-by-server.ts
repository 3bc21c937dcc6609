import { routesOf } from "../create-app.ts";
import { openApiDocument } from "../openapi/open-api-document.ts";
import type { ServerContext } from "../server-context.ts";
import { answersIn, type CheckAnswer } from "./described-answers.ts";

let check: CheckAnswer | undefined;

/** What a server's answers are held against: the same for every one, and it takes a while to compile. */
export const describedAnswers = (server: ServerContext): CheckAnswer =>
  (check ??= answersIn(openApiDocument(routesOf(server))));
