import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";

/** How a removal is spoken of: `Remove`, `Removing`, `removed`. */
interface Words {
  verb: string;
  doing: string;
  done: string;
}

/**
 * Shows what is to go, and asks.
 * @param lines one for each
 * @throws CliError usage, where nobody can be asked; interrupted, where the answer is no
 */
export async function confirmRemoval(
  cli: Cli,
  lines: readonly string[],
  { verb, doing, done }: Words,
): Promise<void> {
  if (!cli.prompts) {
    const how = `Add --yes to ${verb.toLowerCase()} without being asked.`;
    throw usageError(`${doing} needs your word.`, how);
  }
  cli.say(lines.join("\n"));
  const question = lines.length === 1 ? `${verb} it?` : `${verb} these ${lines.length}?`;
  if (!(await cli.prompts.confirm(question))) {
    throw new CliError("interrupted", `Nothing was ${done}.`);
  }
}
