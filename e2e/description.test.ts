import { expect, it } from "vitest";
import { describedApi } from "../packages/server/src/testing/answers/described-by-server.ts";
import { newFolder, serve, serveStandalone } from "./program.ts";

it.each([
  ["outlay serve", serve],
  ["outlay-server", serveStandalone],
])("%s has the API's description, and a page over it that is whole", async (_, start) => {
  const { url } = await start(await newFolder());
  const get = async (path: string) => {
    const answer = await fetch(url + path);
    return `${answer.status} ${answer.headers.get("content-type")}\n${await answer.text()}`;
  };
  const [head, document = ""] = (await get("/openapi.json")).split("\n");
  expect(head).toBe("200 application/json; charset=utf-8");
  // All answers of servers in tests are checked against this description.
  expect(JSON.parse(document)).toEqual(describedApi);
  expect(await get("/docs/")).toMatch(
    /^200 text\/html; charset=utf-8\n<!doctype html>[^]*<\/html>\s*$/,
  );
  expect(await get("/docs/style.css")).toMatch(/^200 text\/css; charset=utf-8\n[^]*--page:/);
});
