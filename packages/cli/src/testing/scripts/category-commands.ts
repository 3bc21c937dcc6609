/** The commands for categories. */
import * as v from "valibot";
import { shapes } from "./shapes.ts";

const { category } = shapes;

export const categoryCommands = [
  { command: "category list", line: "category list", shape: v.array(category) },
  { command: "category add NAME", line: "category add Pets", shape: category },
  { command: "category rename CATEGORY NAME", line: "category rename rent Flat", shape: category },
  { command: "category move CATEGORY PARENT", line: "category move rent none", shape: category },
  { command: "category archive CATEGORY", line: "category archive rent", shape: category },
  {
    command: "category rm CATEGORY",
    line: "category rm rent --move-to housing --yes",
    before: ["add 5 Key -c rent"],
    shape: v.strictObject({
      ...category.entries,
      moved: v.record(v.string(), v.number()),
      change_id: v.nullable(v.number()),
    }),
  },
  {
    command: "category starter NAME…",
    line: "category starter groceries leisure",
    shape: v.array(category),
  },
];
