import { expect, it } from "vitest";
import { passingLine } from "./passing-line.ts";

it("a temporary line is removed before other output, and shown again after it", () => {
  const written: string[] = [];
  const line = passingLine((text) => void written.push(text));
  line.say("Before\n");
  line.show("10%");
  line.say("outlay: A warning\n");
  line.say("Another\n");
  line.show("20%");
  line.show("");
  line.show("");
  expect(written).toEqual([
    "Before\n",
    "\r\u001B[K10%",
    "\r\u001B[Koutlay: A warning\n",
    "Another\n",
    "\r\u001B[K20%",
    "\r\u001B[K",
  ]);
});
