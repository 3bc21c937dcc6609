import type { Told } from "../told.ts";

const tag = "Server";

export const serverOperations: Readonly<Record<string, Told>> = {
  "GET /openapi.json": {
    operationId: "getOpenApi",
    tag,
    summary: "This description, for programs",
    description: "OpenAPI 3.1, made from the schemas that requests are held against.",
    answers: {
      200: {
        description: "The document.",
        body: { "application/json": { schema: { type: "object" } } },
      },
    },
  },
  "GET /docs/": {
    operationId: "readDocs",
    tag,
    summary: "This description, for people",
    answers: {
      200: {
        description: "A page that needs nothing else from the network.",
        body: { "text/html": { schema: { type: "string" } } },
      },
    },
  },
  "GET /docs/style.css": {
    operationId: "getDocsStyle",
    tag,
    summary: "How that page looks",
    answers: {
      200: { description: "A style sheet.", body: { "text/css": { schema: { type: "string" } } } },
    },
  },
};
