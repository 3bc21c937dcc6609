/** Every field that the API takes can be set by options or arguments, both for a new record and for a change. */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { budgetInput, expenseInput } from "@outlay/shared";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { programOf } from "../testing/type-line.ts";

/** Options whose name isn't the field's. */
const otherNames: Record<string, readonly string[]> = { tags: ["tag"], kind: ["kind", "refund"] };

const records = [
  {
    prefix: [],
    fields: Object.keys(expenseInput.entries),
    // The client makes it up, so that sending an expense again doesn't record it twice.
    withoutOption: ["external_id"],
  },
  { prefix: ["budget"], fields: Object.keys(budgetInput.entries), withoutOption: ["external_id"] },
] as const;

/** The command's options and arguments, as fields are spelled. */
function namesOf(command: CommandUnknownOpts): string[] {
  const options = command.options.map((option) => option.attributeName());
  const words = command.registeredArguments.map((argument) => argument.name());
  return [...options, ...words].map((name) =>
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
}

const lines = records.flatMap(({ prefix, ...record }) =>
  ["add", "edit"].map((verb) => ({ line: [...prefix, verb].join(" "), ...record })),
);

it.each(lines)("outlay $line has an option for each field", async (record) => {
  const { line, fields, withoutOption } = record;
  let command: CommandUnknownOpts | undefined = await programOf(await newFolder());
  for (const name of line.split(" ")) {
    command = command?.commands.find((each) => each.name() === name);
  }
  if (command === undefined) throw new Error(`there is no command outlay ${line}`);
  const names = namesOf(command);
  const isThere = (field: string) =>
    (otherNames[field] ?? [field]).some((name) => names.includes(name));
  const missing = fields.filter((field) => !isThere(field));
  expect(missing).toEqual(withoutOption);
});
