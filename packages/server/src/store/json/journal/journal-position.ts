import type { TornLine } from "./torn-line.ts";

/** Where a journal is read on from. */
export interface Position {
  store: string | undefined;
  lastChange: number;
}

/** Where reading it ended. */
export interface JournalEnd {
  store: string;
  lastChange: number;
  torn: TornLine | undefined;
}
