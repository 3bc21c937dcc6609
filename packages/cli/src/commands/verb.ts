import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../cli.ts";

/** Adds a command's arguments, options, action and examples. */
export type Verb = (command: Command, cli: Cli) => void;
