import { describe, expect, it } from "vitest";
import { usageError } from "../errors/cli-error.ts";
import { askChange, chooseChange } from "./ask.ts";
import type { Prompts } from "./prompts.ts";

/** Prompts that give one answer, with Enter as `""`; they note the presets and the refusal. */
function answering(answer: string) {
  const noted: { preset?: string | undefined; refusal?: string | undefined } = {};
  const prompts = {
    text: async ({ default: preset, refusal }) => {
      noted.preset = preset;
      const given = answer || (preset ?? "");
      noted.refusal = await refusal?.(given);
      return given;
    },
    choose: ({ options, default: preset }) => {
      noted.preset = preset;
      return Promise.resolve(options.find((option) => option === answer) ?? preset ?? options[0]);
    },
  } as Partial<Prompts> as Prompts;
  return { prompts, noted };
}

const refuseAll = (answer: string): string | null => {
  throw usageError(`"${answer}" is refused.`);
};

const refuseEarly = () => {
  throw usageError("It is too early.");
};

const upper = (answer: string) => answer.toUpperCase();

describe("Enter at a question for a change", () => {
  it.each(["none", "", "x".repeat(300), "two\nlines", "\u001B[31mred", " blank "])(
    "keeps the value without parsing it (case %#)",
    async (text) => {
      const { prompts, noted } = answering("");
      const present = { value: text, text };
      expect(await askChange<string | null>(prompts, "Note:", refuseAll, present)).toBe(text);
      expect(noted.refusal).toBeUndefined();
      // A terminal would interpret control characters.
      expect(noted.preset).not.toMatch(/\p{Cc}/u);
    },
  );

  it("is refused if the value doesn't go with earlier answers", async () => {
    const { prompts, noted } = answering("");
    const asking = askChange(prompts, "Day:", String, { value: "1", text: "1" }, refuseEarly);
    await expect(asking).rejects.toThrow("It is too early.");
    expect(noted.refusal).toBe("It is too early.");
  });

  it.each([null, "FOOD", "EATING OUT"])("keeps the word of a list: %j", async (present) => {
    const { prompts } = answering("");
    expect(await chooseChange(prompts, "Category:", ["DATA", "FOOD"], present)).toBe(present);
  });
});

describe("another answer", () => {
  it("is parsed", async () => {
    const present = { value: "Lunch", text: "Lunch" };
    expect(await askChange(answering("tea").prompts, "Note:", upper, present)).toBe("TEA");
  });

  it("chooses a word, even where null is kept by Enter and a word is called none", async () => {
    const chosen = chooseChange(answering("none").prompts, "Rollover:", ["none", "both"], null);
    expect(await chosen).toBe("none");
  });
});
