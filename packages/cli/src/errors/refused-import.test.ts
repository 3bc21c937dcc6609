import { describe, expect, it } from "vitest";
import { ImportRefusal } from "@outlay/import";
import { ask } from "../terminal/ask.ts";
import { toCliError } from "./present-error.ts";

const refusal = new ImportRefusal("bad_pattern", "The pattern is empty.", "Write one.");

function parse(answer: string): string {
  if (answer === "") throw refusal;
  return answer;
}

describe("a refusal of the importer's", () => {
  it("is an error of the client's, with the same words and its own cause", () => {
    const cause = new Error("ENOSPC");
    expect(toCliError(refusal)).toMatchObject({
      code: "usage",
      message: "The pattern is empty.",
      hint: "Write one.",
      cause: undefined,
    });
    const full = new ImportRefusal("storage_full", "No room.", undefined, cause);
    expect(toCliError(full)).toMatchObject({ code: "storage_full", hint: undefined, cause });
  });

  it("has a question asked again", async () => {
    const told: (string | undefined)[] = [];
    const answer = await ask(
      {
        text: async ({ refusal: refusalOf }) => {
          told.push(await refusalOf?.(""), await refusalOf?.("netflix"));
          return "netflix";
        },
      } as Parameters<typeof ask>[0],
      "Pattern:",
      parse,
    );
    expect(told).toEqual(["The pattern is empty. Write one.", undefined]);
    expect(answer).toBe("netflix");
  });
});
