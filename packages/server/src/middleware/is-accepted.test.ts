import { describe, expect, it } from "vitest";
import { household } from "../testing/household.ts";
import { isAccepted } from "./is-accepted.ts";

const json = "application/json";

describe("an Accept header", () => {
  it.each([
    undefined,
    "*/*",
    "application/*",
    "*/json",
    "APPLICATION/JSON",
    "application/json; charset=utf-8",
    "application/json;indent=4",
    "application/json;version=1;q=0.3",
    "application/json;",
    "application/json;q=0",
    "text/html, application/json;odata=verbose",
    "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
  ])("allows JSON: %s", (header) => {
    expect(isAccepted(header, json)).toBe(true);
  });

  it.each([
    "",
    "application/xml",
    "text/*",
    "*",
    "json",
    ";q=1",
    "text/json",
    "image/png, text/css",
  ])("doesn't allow JSON: %s", (header) => {
    expect(isAccepted(header, json)).toBe(false);
  });
});

it.each([
  ["/metrics", "text/plain;version=0.0.4"],
  ["/metrics", "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5"],
  ["/docs/", "text/html;charset=utf-8"],
  ["/docs/style.css", "text/css;charset=utf-8"],
  ["/openapi.json", "application/json; charset=utf-8"],
  ["/expenses/", "application/json; charset=utf-8"],
])("%s is given to a client that asks for %s", async (path, accept) => {
  const at = await household();
  const headers = { accept };
  expect(await at.ask({ method: "GET", path, headers, token: at.tokens.ada })).toMatchObject({
    status: 200,
  });
  await at.close();
});
