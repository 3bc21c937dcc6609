import { expect, it } from "vitest";
import { type Branch, commandTree } from "./command-tree.ts";
import { verbs } from "../commands/verbs.ts";

const verbsOf = ({ verb, below = [] }: Branch): unknown[] => [
  verb?.(verbs),
  ...below.flatMap(verbsOf),
];

it("the tree has a branch for every verb", () => {
  const grown = new Set(commandTree.flatMap(verbsOf));
  const others = Object.entries(verbs).flatMap(([group, of]) =>
    Object.entries(of).flatMap(([name, verb]) => (grown.has(verb) ? [] : [`${group} ${name}`])),
  );
  expect(grown.size).toBeGreaterThan(40);
  expect(others).toEqual([]);
});
