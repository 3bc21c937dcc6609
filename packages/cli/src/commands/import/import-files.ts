/** The files that the words behind `outlay import` name, beside the bank's. */
import { constants } from "node:fs";
import { copyFile } from "node:fs/promises";
import { resolve } from "node:path";
import { usageError } from "../../errors/cli-error.ts";
import { checkNewFile, type NewFile, notMade } from "../../import/new-file.ts";
import { openSource } from "../../import/read/source.ts";
import { writing } from "../../import/temporary.ts";
import type { ImportWords } from "./import-options.ts";

export const rejectsIn = (path: string): NewFile => ({ path, what: "the rejected rows" });
const planIn = (path: string): NewFile => ({ path, what: "the plan" });

/** Judges where things are to be written, before there is anything to write. @throws CliError usage */
export async function checkNewFiles({ plan, rejects }: ImportWords): Promise<void> {
  if (plan !== undefined) await checkNewFile(planIn(plan));
  if (rejects !== undefined) await checkNewFile(rejectsIn(rejects));
  if (plan !== undefined && rejects !== undefined && resolve(plan) === resolve(rejects)) {
    throw usageError("--plan and --rejects name the same file.", "Name one for each.");
  }
}

/** Keeps a plan where the user wants it. @throws CliError usage, storage_full */
export async function keepPlan(from: string, path: string): Promise<void> {
  try {
    await copyFile(from, path, constants.COPYFILE_EXCL);
  } catch (error) {
    throw notMade(planIn(path), error);
  }
}

/** Takes the user's plan as it is now, whatever becomes of it meanwhile. @throws CliError usage */
export async function takePlan(path: string, to: string): Promise<void> {
  const source = await openSource(path, () => {
    throw usageError("A plan is read from a file.", "Name it: outlay import --apply march.plan");
  });
  try {
    await writing(() => copyFile(path, to, constants.COPYFILE_EXCL));
  } finally {
    await source.close();
  }
}
