import { join } from "node:path";
import { expect, it } from "vitest";
import { typedPath } from "./typed-path.ts";

it.each([
  [" giro.csv ", "giro.csv"],
  ["'/mnt/my files/giro.csv' ", "/mnt/my files/giro.csv"],
  ['"it\'s.csv"', "it's.csv"],
  ["~/giro.csv", join("/home/ada", "giro.csv")],
  ["~ada.csv", "~ada.csv"],
  ["'", "'"],
])("the path %j is read as people mean it", (answer, path) => {
  expect(typedPath(answer, "/home/ada")).toBe(path);
});
