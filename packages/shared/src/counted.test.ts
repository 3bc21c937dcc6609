import { expect, it } from "vitest";
import { counted } from "./counted.ts";
import { fileSize } from "./file-size.ts";

it.each([
  [0, "0 expenses"],
  [1, "1 expense"],
  [1204, "1,204 expenses"],
])("%i is counted as %s", (count, text) => {
  expect(counted(count, "expense")).toBe(text);
});

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [1250, "1.3 kB"],
  [16_777_216, "17 MB"],
  [80_000_000_000, "80 GB"],
])("%i bytes are shown as %s", (bytes, text) => {
  expect(fileSize(bytes)).toBe(text);
});
