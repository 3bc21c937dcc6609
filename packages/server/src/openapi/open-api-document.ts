import { version } from "../../package.json";
import { jsonType } from "../middleware/media-types.ts";
import { bodyTypes } from "../routes/body-types.ts";
import type { Answer, Answers } from "../routes/answers.ts";
import type { Method, Route, Takes } from "../routes/route.ts";
import { letInText, scopesLetIn } from "../domain/api-scopes.ts";
import type {
  Content,
  OpenApiDocument,
  OperationObject,
  ResponseObject,
} from "./document-types.ts";
import { jsonSchemaOf, modelNameOf, modelSchemas, reference } from "./models.ts";
import { optionsModel } from "./models/error-models.ts";
import { operations, tags } from "./operations.ts";
import { parametersOf } from "./parameters.ts";
import {
  headerReferences,
  headers,
  jsonContent,
  refusalReference,
  refusals,
  refusalsOf,
} from "./refusals.ts";
import type { AnswerDoc, OperationDoc } from "./operation-doc.ts";

const introduction = `Expenses and budgets: JSON in, JSON out, UTF-8.

Paths end in a slash; without it they work too. Form-encoded and multipart bodies are taken where JSON is, but for imports; a field that is a list is sent several times, and one that may be null says it with a blank. Unknown fields of a body are passed over.

Every path answers \`OPTIONS\`, and \`HEAD\` where it has \`GET\`. Where the server lets pages of other origins in, it answers a browser that asks first (\`OPTIONS\` with \`Access-Control-Request-Method\`) with 204 and no body. Any other method is a 405, any other path a 404. A body may have 1 MiB and 10,000 values; one that needs no token 64 KiB; JSON of an import 16 MiB, and each of its expenses what a body may have. Forms may have 1,000 fields.

Amounts are JSON numbers of at most two decimals. Days are \`YYYY-MM-DD\` without a time zone; moments are RFC 3339, in UTC.`;

function contentOf(answer: Answer): Content | undefined {
  if (answer.kind === "nothing") return undefined;
  if (answer.kind === "text") {
    const [mediaType = ""] = answer.contentType.split(";");
    return { [mediaType]: { schema: { type: mediaType === jsonType ? "object" : "string" } } };
  }
  const schema = reference(modelNameOf(answer.schema));
  return jsonContent(answer.kind === "list" ? { type: "array", items: schema } : schema);
}

function responseOf(answer: Answer, { description, headers: own = [] }: AnswerDoc): ResponseObject {
  const content = contentOf(answer);
  const named = headerReferences("X-Request-Id", ...own);
  return { description, headers: named, ...(content && { content }) };
}

/**
 * The answers of a route, each with its description.
 * @throws Error for an answer that isn't described, or one that the route doesn't have
 */
function responsesOf(answers: Answers, doc: OperationDoc): Record<string, ResponseObject> {
  const statuses = [answers, doc.answers].map((each) => Object.keys(each).toSorted().join(", "));
  if (statuses[0] !== statuses[1]) {
    const [has, described] = statuses;
    throw new Error(
      `${doc.operationId} answers ${has}; openapi/operations/ describes ${described}.`,
    );
  }
  const responses = Object.entries(answers).map(([status, answer]) => {
    const answerDoc = doc.answers[Number(status)] ?? { description: "" };
    return [status, responseOf(answer, answerDoc)] as const;
  });
  return Object.fromEntries(responses);
}

function requestBodyOf(takes: Takes): OperationObject["requestBody"] {
  const { input } = takes;
  if (!input) return undefined;
  const schema = reference(modelNameOf(input));
  const isRequired = Object.values(input.entries).some(({ type }) => type !== "optional");
  return {
    required: isRequired,
    content: Object.fromEntries(bodyTypes(takes).map((type) => [type, { schema }])),
  };
}

/** The accepted credentials. In roles, as OpenAPI 3.1 has them for such schemes: the scopes of which a key may be. */
function securityOf(route: Route, method: Method): Pick<OperationObject, "security"> {
  const needed = route.access === "user" ? route.operations[method]?.needed : undefined;
  if (needed === undefined) return { security: [] };
  const scopes = [...scopesLetIn[needed]];
  return { security: [{ accessToken: [] }, ...(scopes.length > 0 ? [{ apiKey: scopes }] : [])] };
}

function whoMayCome(route: Route, method: Method): string {
  const needed = route.access === "user" ? route.operations[method]?.needed : undefined;
  if (needed !== undefined) return `Needs ${letInText(needed)}.`;
  if (route.access === "open" && route.isTokenRead) {
    return "For everybody; a token that is sent has to be good.";
  }
  const isForAll = route.access !== "public" || route.isFor === undefined;
  return isForAll ? "For everybody; an `Authorization` header isn't looked at." : "";
}

function operationObject(route: Route, method: Method, doc: OperationDoc): OperationObject {
  const { takes = {}, answers = {} } = route.operations[method] ?? {};
  const { operationId, tag, summary, description = "" } = doc;
  const parameters = parametersOf(route.path, takes);
  const requestBody = requestBodyOf(takes);
  return {
    operationId,
    tags: [tag],
    summary,
    description: [description, whoMayCome(route, method)]
      .filter((each) => each !== "")
      .join("\n\n"),
    ...securityOf(route, method),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: { ...responsesOf(answers, doc), ...refusalsOf(route, takes, doc.refusals ?? []) },
  };
}

/** @throws Error for an operation that isn't described */
function pathItem(route: Route): [path: string, item: Record<string, OperationObject>] {
  const methods = Object.keys(route.operations) as Method[];
  const item = methods.map((method): [string, OperationObject] => {
    const doc = operations[`${method} ${route.path}`];
    if (!doc) throw new Error(`openapi/operations/ doesn't describe ${method} ${route.path}.`);
    return [method.toLowerCase(), operationObject(route, method, doc)];
  });
  return [route.path.replace(":id", "{id}"), Object.fromEntries(item)];
}

/** The API's description, made from the routes and from the schemas that requests are held against. */
export const openApiDocument = (routes: readonly Route[]): OpenApiDocument => ({
  openapi: "3.1.1",
  info: {
    title: "Outlay",
    version,
    summary: "Expenses and budgets over HTTP.",
    description: introduction,
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/", description: "The server that this document comes from." }],
  tags: [...tags],
  paths: Object.fromEntries(routes.map(pathItem)),
  components: {
    schemas: modelSchemas(),
    responses: refusals,
    headers,
    securitySchemes: {
      accessToken: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "JWT",
        description: "The access token that a login gave. It may do everything.",
      },
      apiKey: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "olk_…",
        description: "An API key. Its scope says what it may do: read, import or full.",
      },
    },
  },
  "x-other-requests": {
    OPTIONS: {
      "200": {
        description: "The media types of the path's answers and bodies.",
        headers: headerReferences("X-Request-Id", "Allow"),
        content: jsonContent(jsonSchemaOf(optionsModel)),
      },
    },
    "Any other path": { "404": refusalReference("NotFound") },
    "An address that can't be read": { "400": refusalReference("Invalid") },
    "Any other method": { "405": refusalReference("MethodNotAllowed") },
    "Any request of a foreign page, or under a foreign host name": {
      "403": refusalReference("Forbidden"),
    },
  },
});
