import { NoPlainFile } from "@outlay/files";
import { DataDamaged } from "../../store-errors.ts";

/** A fault in a text, with the line that has it, counted from 1. */
export class TextFault extends Error {
  readonly line: number;

  constructor(line: number, what: string) {
    super(what);
    this.name = "TextFault";
    this.line = line;
  }
}

/** What is wrong with a file's text, or that it is no file, with its name; anything else unchanged. */
export function damageIn(path: string, error: unknown): unknown {
  if (error instanceof NoPlainFile) {
    return new DataDamaged(`${path} is ${error.what}, not a file.`, { cause: error });
  }
  return error instanceof TextFault
    ? new DataDamaged(`${path}, line ${error.line}: ${error.message}.`, { cause: error })
    : error;
}
