import { version } from "../../package.json";
import { jsonType } from "../middleware/media-types.ts";
import { bodyTypes } from "../routes/body-types.ts";
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
import type { Told, ToldAnswer } from "./told.ts";

const introduction = `Expenses and budgets: JSON in, JSON out, UTF-8.

Paths end in a slash; without it they work too. Form-encoded and multipart bodies are taken where JSON is, but for imports; a field that is a list is sent several times, and one that may be null says it with a blank. Unknown fields of a body are passed over.

Every path answers \`OPTIONS\`, and \`HEAD\` where it has \`GET\`. Where the server lets pages of other origins in, it answers a browser that asks first (\`OPTIONS\` with \`Access-Control-Request-Method\`) with 204 and no body. Any other method is a 405, any other path a 404. A body may have 1 MiB and 10,000 values; one that needs no token 64 KiB; JSON of an import 16 MiB, and each of its expenses what a body may have. Forms may have 1,000 fields.

Amounts are JSON numbers of at most two decimals. Days are \`YYYY-MM-DD\` without a time zone; moments are RFC 3339, in UTC.`;

function contentOf(body: NonNullable<ToldAnswer["body"]>): Content {
  if (typeof body === "string") return jsonContent(reference(body));
  if (!Array.isArray(body)) return body as Content;
  const [item] = body;
  return jsonContent({ type: "array", items: reference(item) });
}

const responseOf = ({ description, body, headers: own = [] }: ToldAnswer): ResponseObject => ({
  description,
  headers: headerReferences("X-Request-Id", ...own),
  ...(body !== undefined && { content: contentOf(body) }),
});

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

function operationObject(route: Route, method: Method, told: Told): OperationObject {
  const takes = route.operations[method]?.takes ?? {};
  const { operationId, tag, summary, description = "", answers } = told;
  const parameters = parametersOf(route.path, takes);
  const requestBody = requestBodyOf(takes);
  const done = Object.entries(answers).map(([status, each]) => [status, responseOf(each)] as const);
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
    responses: { ...Object.fromEntries(done), ...refusalsOf(route, takes, told.refusals ?? []) },
  };
}

/** @throws Error for an operation of which nothing is told */
function pathItem(route: Route): [path: string, item: Record<string, OperationObject>] {
  const methods = Object.keys(route.operations) as Method[];
  const item = methods.map((method): [string, OperationObject] => {
    const told = operations[`${method} ${route.path}`];
    if (!told) throw new Error(`openapi/operations/ tells nothing of ${method} ${route.path}.`);
    return [method.toLowerCase(), operationObject(route, method, told)];
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
      "200": responseOf({
        description: "What the path answers with, and takes.",
        body: { [jsonType]: { schema: jsonSchemaOf(optionsModel) } },
        headers: ["Allow"],
      }),
    },
    "Any other path": { "404": refusalReference("NotFound") },
    "An address that can't be read": { "400": refusalReference("Invalid") },
    "Any other method": { "405": refusalReference("MethodNotAllowed") },
    "Any request of a foreign page": { "403": refusalReference("Foreign") },
  },
});
