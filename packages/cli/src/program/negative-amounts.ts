import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { withoutHyphen } from "../arguments/negative-amount.ts";
import { namedCommand } from "./named-command.ts";

/** The position of the first word that belongs to no option; -1 if there is none. */
function firstOperand(command: CommandUnknownOpts, args: readonly string[], from: number): number {
  const options = [...command.options, ...(command.parent?.options ?? [])];
  let place = from;
  while (place < args.length) {
    const word = args[place] ?? "";
    if (word === "--") return -1;
    const option = options.find(({ short, long }) => word === short || word === long);
    // A value may have been typed as the amount, and then a hint is better than a guess.
    if (option?.variadic) return -1;
    if (!option && (!word.startsWith("-") || withoutHyphen(word) !== word)) return place;
    place += option?.required ? 2 : 1;
  }
  return -1;
}

/**
 * Rewrites a negative amount as the first argument of a command that takes an amount, because commander would take
 * `-$20` and `-20,50` for options.
 */
export function negativeAmounts(root: CommandUnknownOpts, args: readonly string[]): string[] {
  const { command, behind } = namedCommand(root, args);
  const all = [...args];
  if (command.registeredArguments[0]?.name() !== "amount") return all;
  const place = firstOperand(command, args, behind);
  return place < 0 ? all : all.with(place, withoutHyphen(args[place] ?? ""));
}
