/** Questions whose answers mean what the words of an option mean. */
import { CliError } from "../errors/cli-error.ts";
import { withRefusalTranslated } from "../errors/refused-import.ts";
import { printable } from "./printable.ts";
import type { Prompts } from "./prompts.ts";

/** The sentences that an option would be refused with, on one line. */
export function refusalIn(thrown: unknown): string {
  const error = withRefusalTranslated(thrown);
  if (!(error instanceof CliError)) throw error;
  const { message, hint } = error;
  return printable([message, ...(hint === undefined ? [] : [hint])].join(" ").replace(/\s+/g, " "));
}

/**
 * Asks until the answer is one that `parse` takes.
 * @param preset what no answer stands for
 */
export async function ask<Value>(
  prompts: Prompts,
  message: string,
  parse: (answer: string) => Value | Promise<Value>,
  preset?: string,
): Promise<Value> {
  let accepted: { value: Value } | undefined;
  const refusal = async (answer: string) => {
    try {
      accepted = { value: await parse(answer) };
      return undefined;
    } catch (error) {
      return refusalIn(error);
    }
  };
  const answer = await prompts.text({ message, default: preset, refusal });
  return accepted ? accepted.value : parse(answer);
}
