// Sends the request of a step and returns the answer.
import http from "node:http";
import https from "node:https";
import { fill, fillText } from "./fill.mjs";

const TIMEOUT_MS = 120_000;

export function send(baseUrl, step, variables) {
  let body;
  if ("body" in step) body = Buffer.from(JSON.stringify(fill(step.body, variables)));
  else if ("raw" in step) body = Buffer.from(fillText(step.raw, variables));
  else if ("base64" in step) body = Buffer.from(step.base64, "base64");

  const headers = new Map([["accept", "application/json"]]);
  if (body) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(step.headers ?? {})) {
    if (value === null) headers.delete(name.toLowerCase());
    else headers.set(name.toLowerCase(), fillText(value, variables));
  }
  if (body || ["POST", "PUT", "PATCH"].includes(step.method)) headers.set("content-length", String(body?.length ?? 0));

  const url = new URL(baseUrl);
  const path = url.pathname.replace(/\/$/, "") + fillText(step.path, variables);
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: url.hostname.replace(/^\[|\]$/g, ""),
        port: url.port,
        method: step.method,
        path,
        headers: Object.fromEntries(headers),
        agent: false,
        timeout: TIMEOUT_MS,
      },
      (incoming) => {
        const { statusCode: status, headers } = incoming;
        const chunks = [];
        incoming.on("data", (chunk) => chunks.push(chunk));
        incoming.on("error", reject);
        if (step.method === "HEAD") {
          // An answer to HEAD ends with its headers; a server that sends more isn't waited for.
          resolve({ status, headers, text: "" });
          outgoing.destroy();
          return;
        }
        incoming.on("end", () => {
          const text = Buffer.concat(chunks).toString("utf8");
          let json;
          try {
            json = JSON.parse(text);
          } catch {
            // stays undefined: not JSON
          }
          resolve({ status, headers, text, json });
        });
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer within ${TIMEOUT_MS} ms`)));
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
