import { version } from "../../package.json";
import { jsonType } from "../middleware/media-types.ts";
import { bodyTypes } from "../routes/routing/body-types.ts";
import type { Answer, Answers } from "../routes/routing/answers.ts";
import type { Method, Route, Takes } from "../routes/routing/route.ts";
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

const introduction = `The API records expenses and budgets. It accepts and returns JSON in UTF-8.

Paths end in a slash, but also work without it. Form-encoded and multipart bodies are accepted wherever JSON is, except for imports. In a form, a list is sent by repeating its field, and null is sent as a blank where a field allows null. Unknown fields of a body are ignored.

Every path supports \`OPTIONS\`, and every path with \`GET\` also supports \`HEAD\`. If the server allows pages of other origins, it answers preflight requests (\`OPTIONS\` with \`Access-Control-Request-Method\`) with status 204 and no body. Any other method gets status 405, and any other path status 404. A body may have up to 1 MiB and 10,000 values; a body of a request that needs no token may have up to 64 KiB. The JSON of an import may have up to 16 MiB, and each of its expenses as many values as another body. A form may have up to 1,000 fields.

Amounts are JSON numbers with at most two decimal places. Days are written as \`YYYY-MM-DD\` and have no time zone. Times are written as in RFC 3339, in UTC.`;

function contentOf(answer: Answer): Content | undefined {
  if (answer.kind === "nothing") return undefined;
  if (answer.kind === "text") {
    const [mediaType = ""] = answer.contentType.split(";");
    return { [mediaType]: { schema: { type: mediaType === jsonType ? "object" : "string" } } };
  }
  const schema = reference(modelNameOf(answer.schema));
  return jsonContent(answer.kind === "list" ? { type: "array", items: schema } : schema);
}

function responseOf(
  answer: Answer,
  { description, headers: own = [] }: AnswerDoc,
  isOfUser: boolean,
): ResponseObject {
  const content = contentOf(answer);
  const ofUser = isOfUser ? (["Outlay-Home-Currency"] as const) : [];
  const named = headerReferences("X-Request-Id", ...ofUser, ...own);
  return { description, headers: named, ...(content && { content }) };
}

/**
 * Returns the responses of a route, each with its description.
 * @throws Error if an answer of the route isn't described, or a described one isn't the route's
 */
function responsesOf(
  answers: Answers,
  doc: OperationDoc,
  isOfUser: boolean,
): Record<string, ResponseObject> {
  const statuses = [answers, doc.answers].map((each) => Object.keys(each).toSorted().join(", "));
  if (statuses[0] !== statuses[1]) {
    const [has, described] = statuses;
    throw new Error(
      `${doc.operationId} answers ${has}; openapi/operations/ describes ${described}.`,
    );
  }
  const responses = Object.entries(answers).map(([status, answer]) => {
    const answerDoc = doc.answers[Number(status)] ?? { description: "" };
    return [status, responseOf(answer, answerDoc, isOfUser)] as const;
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

/** Returns the accepted credentials. The scopes that permit the operation are given as roles, as OpenAPI 3.1 allows. */
function securityOf(route: Route, method: Method): Pick<OperationObject, "security"> {
  const needed = route.access === "user" ? route.operations[method]?.needed : undefined;
  if (needed === undefined) return { security: [] };
  const scopes = [...scopesLetIn[needed]];
  return { security: [{ accessToken: [] }, ...(scopes.length > 0 ? [{ apiKey: scopes }] : [])] };
}

/** Describes the credentials that an operation requires. */
function accessText(route: Route, method: Method): string {
  const needed = route.access === "user" ? route.operations[method]?.needed : undefined;
  if (needed !== undefined) return `Requires ${letInText(needed)}.`;
  if (route.access === "open" && route.isTokenRead) {
    return "Requires no token, but a token that is sent must be valid.";
  }
  const isForAll = route.access !== "public" || route.isFor === undefined;
  return isForAll ? "Requires no token. The `Authorization` header is ignored." : "";
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
    description: [description, accessText(route, method)]
      .filter((each) => each !== "")
      .join("\n\n"),
    ...securityOf(route, method),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: {
      ...responsesOf(answers, doc, route.access === "user"),
      ...refusalsOf(route, takes, doc.refusals ?? []),
    },
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
  return [route.path.replaceAll(/:(\w+)/g, "{$1}"), Object.fromEntries(item)];
}

/** Generates the API's description from the routes, and from the schemas with which requests are validated. */
export const openApiDocument = (routes: readonly Route[]): OpenApiDocument => ({
  openapi: "3.1.1",
  info: {
    title: "Outlay",
    version,
    summary: "Records expenses and budgets over HTTP.",
    description: introduction,
    license: { name: "MIT", identifier: "MIT" },
  },
  servers: [{ url: "/", description: "The server that returned this document." }],
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
        description: "An access token from a login. It permits every operation.",
      },
      apiKey: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "olk_…",
        description:
          "An API key. Its scope (read, import or full) determines the permitted operations.",
      },
    },
  },
  "x-other-requests": {
    OPTIONS: {
      "200": {
        description: "The media types that the path returns and accepts.",
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
