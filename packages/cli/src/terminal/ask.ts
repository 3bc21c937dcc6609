/** Questions whose answers mean what the words of an option mean. */
import { refusalIn } from "../errors/refusal-in.ts";
import { printable } from "./printable.ts";
import type { Prompts } from "./prompts.ts";
import { withCurrent } from "./with-current.ts";

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

/** The value that a field has, and its text in a question. */
interface Present<Value> {
  value: Value;
  text: string;
}

/**
 * Asks for another value of a field. Enter returns the present value without parsing its text, because the API or a
 * later version may have set one that this version refuses or reads differently.
 * @param check throws if the value doesn't go with the answers before it, even if it is the present one
 */
export function askChange<Value>(
  prompts: Prompts,
  message: string,
  parse: (answer: string) => Value,
  present: Present<Value>,
  check: (value: Value) => void = () => undefined,
): Promise<Value> {
  const shown = printable(present.text);
  const take = (answer: string) => {
    const value = answer === shown ? present.value : parse(answer);
    check(value);
    return value;
  };
  return ask(prompts, message, take, shown);
}

/** Stands for null in a list. Unlike `none`, it is never one of the list's words. */
const noValue = "no value";

/** Asks for another word of a list. Enter returns the present one, even null or a word that the list lacks. */
export async function chooseChange(
  prompts: Prompts,
  message: string,
  words: readonly string[],
  present: string | null,
): Promise<string | null> {
  const shown = printable(present ?? noValue);
  const answer = await prompts.choose({ message, ...withCurrent(words, shown) });
  return answer === shown ? present : answer;
}
