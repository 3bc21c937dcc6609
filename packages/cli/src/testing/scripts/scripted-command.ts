import type * as v from "valibot";

/** A command as a script runs it, with the form of its output. */
export interface ScriptedCommand {
  /** The command as the document shows it: `import revert ID`. */
  command: string;
  /** The line after `outlay`, over the data of `prepareHome`. */
  line: string;
  shape: v.GenericSchema;
  /** Lines typed before. */
  before?: readonly string[];
  input?: string;
  /** Files written to the home just before, with their contents. */
  files?: Record<string, string>;
  env?: Record<string, string>;
  /** The exit code, if it isn't 0. */
  code?: number;
  /** Whether it runs until it is stopped. */
  isLasting?: true;
  /** Whether it needs data on this machine, whatever server commands go to. */
  isLocal?: true;
  /** Whether it removes data that other rows need, if they are typed to the same server. */
  changesTheRest?: true;
  /** Whether it prints a secret because it is asked to. */
  showsSecret?: true;
}
