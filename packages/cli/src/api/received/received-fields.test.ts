import { added, nullableTextType } from "@outlay/shared";
import * as v from "valibot";
import { expect, it } from "vitest";
import { receivedFields } from "./received-fields.ts";

const note = added(nullableTextType(100), {
  stored: "note",
  title: "Note",
  words: "Whatever else is worth knowing.",
  otherwise: () => null,
  example: "Paid in cash",
});

it("takes the default of a field that a server of an earlier version doesn't give", () => {
  const received = v.object(receivedFields({ note }));
  expect(v.parse(received, {})).toEqual({ note: null });
  expect(v.parse(received, { note: "Paid in cash" })).toEqual({ note: "Paid in cash" });
});
