import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../cli.ts";

/** Gives a command its arguments and options, what it does, and examples. */
export type Verb = (command: Command, cli: Cli) => void;
