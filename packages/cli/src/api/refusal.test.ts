import { forbiddenCodes } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { refusalOf } from "./refusal.ts";

const answer = (status: number, body: object) => ({
  status,
  headers: {},
  body: JSON.stringify(body),
});

describe("a 403", () => {
  it.each(forbiddenCodes)("is the error that its code names: %s", (code) => {
    expect(refusalOf(answer(403, { detail: "No.", code }))).toMatchObject({ code, message: "No." });
  });

  it.each([{}, { code: "blocked_by_firewall" }])(
    "without a code of Outlay's may be a proxy's, and is shown: %o",
    (more) => {
      expect(refusalOf(answer(403, { detail: "Blocked by policy 17.", ...more }))).toMatchObject({
        code: "unexpected_answer",
        message: "The request was refused (403): Blocked by policy 17.",
        hint: "The refusal may come from a proxy in front of the server.",
      });
    },
  );
});
