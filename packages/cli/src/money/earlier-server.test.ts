/** Commands about currencies at a server of an earlier version, which ignores what it doesn't know. */
import { newFolder } from "@outlay/testing";
import { beforeEach, expect, it } from "vitest";
import { newerServer } from "../testing/newer-server.ts";
import { typeLine } from "../testing/type-line.ts";

const now = new Date("2026-11-22T12:00:00Z");

/** The answer of a server that knows neither the home currency nor the sums of an import. */
const answer = (body: string): string =>
  body
    .replaceAll(/,"home_currency(?:_set)?":(?:"\w+"|null|true|false)/g, "")
    .replaceAll(/,"(?:total|unconverted)":[^,]*(?=,"results")/g, "");

/** A request as such a server understands it. */
const request = (body: string): string =>
  body.replaceAll(/"(currency|currencies|home_currency|shown_in)":/g, '"unknown_$1":');

let home = "";
let url = "";

const type = (args: readonly string[], input?: string) =>
  typeLine(home, args, { now, env: { OUTLAY_SERVER: url }, ...(input !== undefined && { input }) });

beforeEach(async () => {
  home = await newFolder();
  ({ url } = await newerServer({ answer, request }, now));
  await type(["register", "--username", "ada", "--password-stdin"], "correct-Horse-77-battery");
});

it("config set says that the currency is only shown", async () => {
  const { code, stdout, stderr } = await type(["config", "set", "currency", "EUR"]);
  expect({ code, stdout }).toEqual({ code: 0, stdout: "Set currency: EUR\n" });
  expect(stderr).toContain("it isn't your home currency yet");
  expect((await type(["add", "3", "Coffee", "-c", "food"])).stdout).toContain("€3.00");
});

it("an import in another currency than that of the amounts is refused, as nothing would tell it from them", async () => {
  await type(["config", "set", "currency", "EUR"]);
  const file = "Date,Text,Amount,Currency\n2026-11-02,SHELL,-12.99,USD\n";
  const { code, stderr } = await type(["import", "-"], file);
  expect(code).toBe(8);
  expect(stderr).toContain("The amounts are in USD, your amounts are shown in EUR");
  expect((await type(["list", "--json"])).stdout.trim()).toBe("[]");
  const own = await type(["import", "-"], file.replaceAll("USD", "EUR"));
  expect(own.code).toBe(0);
  expect(own.stdout).toContain("Imported 1 expense, €12.99 in total");
});
