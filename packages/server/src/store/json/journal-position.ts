/** A line cut short, as by a crash: nobody was told that this change is kept. */
export interface TornLine {
  path: string;
  bytes: Buffer;
}

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
