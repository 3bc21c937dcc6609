import { expenseFields } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { parseTextAnswer, parseTextOption } from "./text-field.ts";

const { description, external_id: externalId } = expenseFields;

const blank = (hint: string) => expect.objectContaining({ code: "usage", hint });

describe("the text of an option", () => {
  it("clears a field that may be null, if it is the word none alone", () => {
    expect(parseTextOption(externalId, " None ")).toBeNull();
    expect(parseTextOption(externalId, "none left")).toBe("none left");
  });

  it("can be the word none in a field that is never null", () => {
    expect(parseTextOption(description, "none")).toBe("none");
  });

  it.each(["", "  ", "\t"])("is refused if it is blank, with a hint at the way out: %j", (text) => {
    expect(() => parseTextOption(description, text)).toThrow(blank('Write it like "Lunch".'));
    expect(() => parseTextOption(externalId, text)).toThrow(
      blank("Write some text, or none to remove it."),
    );
  });

  it("may be longer than this version permits, because the server decides that", () => {
    const long = "x".repeat(10_000);
    expect(parseTextOption(description, long)).toBe(long);
  });
});

describe("an answer", () => {
  it("is parsed by the field's own schema", () => {
    expect(parseTextAnswer(description, " Lunch ")).toBe("Lunch");
    expect(parseTextAnswer(externalId, "none")).toBeNull();
    expect(() => parseTextAnswer(externalId, "x".repeat(101))).toThrow(
      "Ensure this field has no more than 100 characters.",
    );
    expect(() => parseTextAnswer(description, " ")).toThrow("The description is blank.");
  });
});
