import type { OperationDoc } from "../operation-doc.ts";

const tag = "Server";

export const serverOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /healthz": {
    operationId: "getHealth",
    tag,
    summary: "Check that the server is running",
    answers: { 200: { description: "It is running." } },
  },
  "GET /readyz": {
    operationId: "getReadiness",
    tag,
    summary: "Check that the server can store changes",
    description: "The result is at most one second old.",
    answers: {
      200: { description: "Changes can be stored." },
      503: { description: "Changes can't be stored for now. Reading still works." },
    },
  },
  "GET /metrics": {
    operationId: "getMetrics",
    tag,
    summary: "Read the server's metrics",
    description: "In Prometheus's text format. No metric says anything about users.",
    answers: { 200: { description: "All metrics." } },
  },
  "GET /openapi.json": {
    operationId: "getOpenApi",
    tag,
    summary: "Get this description, for programs",
    description: "OpenAPI 3.1, made from the schemas that requests are validated with.",
    answers: { 200: { description: "The document." } },
  },
  "GET /docs/": {
    operationId: "readDocs",
    tag,
    summary: "Read this description, for people",
    answers: { 200: { description: "A page that needs nothing else from the network." } },
  },
  "GET /docs/style.css": {
    operationId: "getDocsStyle",
    tag,
    summary: "Get that page's style sheet",
    answers: { 200: { description: "The style sheet." } },
  },
};
