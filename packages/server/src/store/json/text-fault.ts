import { DataDamaged } from "../store-errors.ts";

/** A fault in a text, with the line that has it, counted from 1. */
export class TextFault extends Error {
  readonly line: number;

  constructor(line: number, what: string) {
    super(what);
    this.name = "TextFault";
    this.line = line;
  }
}

/** A text's fault with the name of its file; anything else unchanged. */
export const damageIn = (path: string, error: unknown): unknown =>
  error instanceof TextFault
    ? new DataDamaged(`${path}, line ${error.line}: ${error.message}.`, { cause: error })
    : error;
