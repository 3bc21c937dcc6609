import type { TornLine } from "./torn-line.ts";

/** The position at which reading a journal continues. */
export interface Position {
  store: string | undefined;
  lastChange: number;
}

/** The position at which reading a journal ended. */
export interface JournalEnd {
  store: string;
  lastChange: number;
  torn: TornLine | undefined;
}
