/** The files that the options of `outlay import` name. */
import { resolve } from "node:path";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { checkNewFile, type NewFile, writeNewFile } from "../../files/new-file.ts";
import { ownFolders } from "../../files/own-folders.ts";
import { openSource } from "../../import/open-source.ts";
import type { PlanFile } from "@outlay/import";
import type { ImportWords } from "./import-options.ts";

const rejectsIn = (path: string): NewFile => ({ path, what: "the rejected rows" });
const planIn = (path: string): NewFile => ({ path, what: "the plan" });

/** Checks output paths before there is anything to write. @throws CliError usage */
export async function checkNewFiles(cli: Cli, { plan, rejects }: ImportWords): Promise<void> {
  if (plan === undefined && rejects === undefined) return;
  const own = await ownFolders(cli);
  if (plan !== undefined) await checkNewFile(planIn(plan), own);
  if (rejects !== undefined) await checkNewFile(rejectsIn(rejects), own);
  if (plan !== undefined && rejects !== undefined && resolve(plan) === resolve(rejects)) {
    throw usageError("--plan and --rejects name the same file.", "Name one for each.");
  }
}

/** Writes a plan to the file that the user has named. @throws CliError usage, storage_full */
export const keepPlan = (plan: PlanFile, path: string): Promise<void> =>
  writeNewFile(planIn(path), async (file) => {
    for await (const piece of plan.bytes()) await file.writeFile(piece);
  });

/** @throws CliError usage, storage_full */
export const keepRejects = (text: string, path: string): Promise<void> =>
  writeNewFile(rejectsIn(path), (file) => file.writeFile(text));

/** Copies the user's plan, so that later changes to its file don't matter. @throws CliError usage */
export async function takePlan(path: string, plan: PlanFile): Promise<void> {
  const source = await openSource(path, () => {
    throw usageError(
      "A plan can't be read from standard input.",
      "Name its file: outlay import --apply march.plan",
    );
  });
  try {
    await plan.take(source.chunks());
  } finally {
    await source.close();
  }
}
