import * as v from "valibot";

const copied = v.strictObject({ copied: v.number(), there: v.number() });

/** The command that needs two servers; `e2e/copy-to.test.ts` runs it. */
export const copyCommand = {
  command: "copy-to PROFILE",
  shape: v.strictObject({
    from: v.string(),
    to: v.string(),
    categories: copied,
    rates: copied,
    imports: copied,
    expenses: copied,
    budgets: copied,
    kept: v.array(v.string()),
  }),
};

/** Reads what the command prints with `--json`, and nothing else. */
export const readCopy = (json: string) => v.parse(copyCommand.shape, JSON.parse(json));
