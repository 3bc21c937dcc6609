import type { CategoryFields } from "../../categories/categories-api.ts";
import type { KnownCategory } from "../../categories/known-categories.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { noteCategoryChange, noteUncertain } from "../../undo/note-change.ts";

/** Changes fields of a category, and notes how to undo that. @throws CliError */
export async function changeCategory(
  cli: Cli,
  connection: Connection,
  former: KnownCategory,
  fields: CategoryFields,
): Promise<KnownCategory> {
  const { categories } = connection;
  const changed = await noteUncertain(cli, connection, `changing category ${former.name}`, () =>
    categories.change(former.key, fields),
  );
  await noteCategoryChange(cli, connection, former, fields);
  return changed;
}
