import { NoPlainFile } from "@outlay/files";
import { DataDamaged } from "../../store-errors.ts";

/** A fault in a text, with the number of its line, counted from 1. */
export class TextFault extends Error {
  readonly line: number;

  constructor(line: number, what: string) {
    super(what);
    this.name = "TextFault";
    this.line = line;
  }
}

/**
 * Turns a fault of a file's text, or the fact that it isn't a file, into an error with its name;
 * any other error is returned unchanged.
 */
export function damageIn(path: string, error: unknown): unknown {
  if (error instanceof NoPlainFile) {
    return new DataDamaged(`${path} is ${error.what}, not a file.`, { cause: error });
  }
  return error instanceof TextFault
    ? new DataDamaged(`${path}, line ${error.line}: ${error.message}.`, { cause: error })
    : error;
}
