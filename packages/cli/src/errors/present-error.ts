import type { Io } from "../terminal/io.ts";
import { printable, printableJson } from "../terminal/printable.ts";
import { wrapSaid } from "../terminal/wrap.ts";
import { CliError } from "./cli-error.ts";
import { exitCodes } from "./exit-codes.ts";
import { withRefusalTranslated } from "./refused-import.ts";

/** Any error as one that can be shown. */
export function toCliError(thrown: unknown): CliError {
  const error = withRefusalTranslated(thrown);
  if (error instanceof CliError) return error;
  // inquirer throws an error of this name when a question is answered with Ctrl-C.
  if (error instanceof Error && error.name === "ExitPromptError") {
    return new CliError("interrupted", "Interrupted; nothing was changed.");
  }
  const message = error instanceof Error ? error.message : String(error);
  return new CliError("unexpected", `Unexpected error in Outlay: ${message}`, {
    hint: "This is a bug. Run the command again with --verbose to see where it happens.",
    cause: error,
  });
}

function asJson({ code, message, hint, fields }: CliError): string {
  return printableJson({ error: { code, message, hint: hint ?? null, fields: fields ?? null } });
}

function asText({ message, hint }: CliError): string {
  const lines = message.split("\n").map(printable);
  const [first = "", ...rest] = lines;
  const shown = [`outlay: ${first}`, ...rest.map((line) => `  ${line}`)];
  return [...shown, ...(hint === undefined ? [] : [printable(hint)])].join("\n");
}

/** Formats what is written to stderr beside an error: with `--json` a line of JSON, as the error itself. */
export function verboseText(text: string, json: boolean): string {
  if (json) return `${printableJson({ verbose: { message: text } })}\n`;
  return `${text.split("\n").map(printable).join("\n")}\n`;
}

/** Shows an error, as the only place that does, and returns the exit code. */
export function presentError(
  error: unknown,
  io: Io,
  { json, verbose }: { json: boolean; verbose: boolean },
): number {
  const shown = toCliError(error);
  io.err(`${json ? asJson(shown) : wrapSaid(asText(shown), io.errColumns)}\n`);
  if (verbose && shown.cause instanceof Error) {
    io.err(verboseText(shown.cause.stack ?? shown.cause.message, json));
  }
  return exitCodes[shown.code];
}
