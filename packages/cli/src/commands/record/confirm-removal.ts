import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";

/** The words for a removal: `Remove`, `Removing`, `removed`. */
interface Words {
  verb: string;
  doing: string;
  done: string;
}

/**
 * Shows what is about to be removed, and asks.
 * @param lines one for each record
 * @throws CliError usage, if nobody can be asked; interrupted, if the answer is no
 */
export async function confirmRemoval(
  cli: Cli,
  lines: readonly string[],
  { verb, doing, done }: Words,
): Promise<void> {
  if (!cli.prompts) {
    const how = `Add --yes to ${verb.toLowerCase()} without being asked.`;
    throw usageError(`${doing} needs confirmation.`, how);
  }
  cli.say(lines.join("\n"));
  const question = lines.length === 1 ? `${verb} it?` : `${verb} these ${lines.length}?`;
  if (!(await cli.prompts.confirm(question))) {
    throw new CliError("interrupted", `Nothing was ${done}.`);
  }
}
