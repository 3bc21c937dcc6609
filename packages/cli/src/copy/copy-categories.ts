import { caseless, categoriesPath, category } from "@outlay/shared";
import * as v from "valibot";
import { readAnswer } from "../api/read-answer.ts";
import { openObject } from "../api/received/open-object.ts";
import { CliError } from "../errors/cli-error.ts";
import type { Copied, CopySide } from "./copy-side.ts";
import { tooOldForCopies } from "./require-other-account.ts";

const received = openObject({
  ...category.entries,
  key: v.string(),
  parent: v.nullable(v.string()),
});
type Category = v.InferOutput<typeof received>;

/** @throws CliError for a server of an earlier version */
async function categoriesOf(side: CopySide): Promise<Category[]> {
  const { send } = side.connection;
  const answer = await send({ method: "GET", path: categoriesPath, isRepeatable: true });
  if (answer.status === 404) throw tooOldForCopies(side);
  return readAnswer(answer, v.array(received));
}

/** Refuses two categories of one name, of which the server would refuse the second. @throws CliError */
function requireFreeNames(missing: readonly Category[], there: readonly Category[], to: CopySide) {
  for (const { key, name } of missing) {
    const other = there.find((each) => caseless(each.name) === caseless(name));
    if (!other) continue;
    throw new CliError(
      "invalid",
      `${to.name} has a category ${other.key} that is called "${name}" like ${key}. Nothing was copied.`,
      { hint: `Rename one of them: outlay category rename ${other.key} NAME` },
    );
  }
}

const isAlike = (one: Category, other: Category) =>
  one.name === other.name && one.parent === other.parent && one.archived === other.archived;

/** Copies categories; those that the other account has in another form stay as they are there. */
export async function copyCategories(
  from: CopySide,
  to: CopySide,
  kept: string[],
): Promise<Copied> {
  const [source, target] = [await categoriesOf(from), await categoriesOf(to)];
  const own = source.filter(({ builtin }) => !builtin);
  const missing = own.filter(({ key }) => !target.some((each) => each.key === key));
  requireFreeNames(missing, target, to);
  // Parents come first.
  const ordered = missing.toSorted(
    (one, other) => Number(one.parent !== null) - Number(other.parent !== null),
  );
  for (const { key, name, parent, archived } of ordered) {
    await to.connection.categories.create({ key, name, parent, archived });
  }
  for (const each of source) {
    const there = target.find(({ key }) => key === each.key);
    if (there && !isAlike(each, there)) {
      kept.push(`category ${each.key} ("${there.name}" there, "${each.name}" here)`);
    }
  }
  return { copied: missing.length, there: own.length - missing.length };
}
