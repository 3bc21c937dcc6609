/** Questions whose answers mean what the words of an option mean. */
import { refusalIn } from "../errors/refusal-in.ts";
import type { Prompts } from "./prompts.ts";

/**
 * Asks until `parse` accepts the answer.
 * @param preset the answer that Enter alone stands for
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
