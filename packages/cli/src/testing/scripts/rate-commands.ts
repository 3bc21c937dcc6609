/** The commands about rates, as a script runs them. */
import { wireRate } from "@outlay/shared";
import * as v from "valibot";
import type { ScriptedCommand } from "./scripted-command.ts";

const rate = v.strictObject(wireRate.entries);
const dollars = ["config set currency EUR", "rate set USD 0.92"] as const;

export const rateCommands: readonly ScriptedCommand[] = [
  { command: "rate set CODE RATE [DATE]", line: "rate set USD 0.92", shape: v.array(rate) },
  { command: "rate list [CODE]", before: dollars, line: "rate list", shape: v.array(rate) },
  { command: "rate rm CODE DATE", before: dollars, line: "rate rm USD today", shape: rate },
  {
    command: "rate import FILE",
    before: ["config set currency EUR"],
    files: { "eurofxref-hist.csv": "Date,USD,\n2026-11-20,1.05,\n" },
    line: "rate import HOME/eurofxref-hist.csv",
    shape: v.strictObject({
      stored: v.number(),
      replaced: v.number(),
      missing: v.array(v.strictObject({ currency: v.string(), date: v.string() })),
    }),
  },
];
