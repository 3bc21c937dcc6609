/** The API's description, for what servers in tests answer. */
import { routesOf } from "../../create-app.ts";
import { isLocal } from "../../middleware/is-local.ts";
import { openApiDocument } from "../../openapi/open-api-document.ts";
import { type Operated, operatorRoutes } from "../../operating/operator-routes.ts";
import type { ServerContext } from "../../server-context.ts";
import { answersIn, type CheckAnswer } from "./described-answers.ts";

/** A context for routes that are only looked at. */
const nothing = { store: {} } as ServerContext;
const metrics = { contentType: "text/plain" } as Operated["metrics"];
const asked = { metricsFor: "loopback", isLocal, metrics } as Partial<Operated> as Operated;
const listening = routesOf(nothing, operatorRoutes(asked));

/** The description of a server that listens. */
export const describedApi = openApiDocument(listening);

const isDescribed = answersIn(describedApi);
const isDescribedInside = answersIn(openApiDocument(routesOf(nothing)));

/**
 * Checks the answers of a server, whether it listens or runs inside the client, which has fewer
 * paths.
 */
export const checkAnswer: CheckAnswer = (answer) => {
  const fault = isDescribed(answer);
  return fault !== undefined && isDescribedInside(answer) !== undefined ? fault : undefined;
};
