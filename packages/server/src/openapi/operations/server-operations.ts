import type { Told } from "../told.ts";

const tag = "Server";

export const serverOperations: Readonly<Record<string, Told>> = {
  "GET /healthz": {
    operationId: "getHealth",
    tag,
    summary: "Ask whether the server lives",
    answers: { 200: { description: "It does.", body: "Health" } },
  },
  "GET /readyz": {
    operationId: "getReadiness",
    tag,
    summary: "Ask whether the server can keep changes",
    description: "It is found out anew once a second.",
    answers: {
      200: { description: "It can.", body: "Readiness" },
      503: { description: "It can't, for now. Reading goes on.", body: "Readiness" },
    },
  },
  "GET /metrics": {
    operationId: "getMetrics",
    tag,
    summary: "Read what the server counts",
    description: "In Prometheus's text format. Nothing in it says anything of users.",
    answers: {
      200: {
        description: "All metrics.",
        body: { "text/plain": { schema: { type: "string" } } },
      },
    },
  },
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
