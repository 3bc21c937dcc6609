import type { OperationDoc } from "../operation-doc.ts";

const tag = "Server";

export const serverOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /healthz": {
    operationId: "getHealth",
    tag,
    summary: "Check that the server is running",
    answers: { 200: { description: "The server is running." } },
  },
  "GET /readyz": {
    operationId: "getReadiness",
    tag,
    summary: "Check that the server can store changes",
    description: "The result is at most one second old.",
    answers: {
      200: { description: "The server can store changes." },
      503: { description: "The server can't store changes at the moment. Reading still works." },
    },
  },
  "GET /metrics": {
    operationId: "getMetrics",
    tag,
    summary: "Get the server's metrics",
    description: "Returns metrics in Prometheus's text format. They reveal nothing about users.",
    answers: { 200: { description: "All metrics." } },
  },
  "GET /openapi.json": {
    operationId: "getOpenApi",
    tag,
    summary: "Get the API description as OpenAPI",
    description:
      "Returns an OpenAPI 3.1 document that is generated from the schemas with which requests are validated.",
    answers: { 200: { description: "The OpenAPI document." } },
  },
  "GET /docs/": {
    operationId: "readDocs",
    tag,
    summary: "Get the API description as a page",
    answers: { 200: { description: "A self-contained page, apart from its style sheet." } },
  },
  "GET /docs/style.css": {
    operationId: "getDocsStyle",
    tag,
    summary: "Get the style sheet of the page",
    answers: { 200: { description: "The style sheet." } },
  },
};
