/** Repeats the properties of each operation, so that none is added without somebody's thought. */
export interface Row {
  /**
   * The scope that a key needs; `any` where every key is let in; `nothing` where everybody is let in, `public` where tokens aren't
   * even read.
   */
  needs: "public" | "nothing" | "any" | "read" | "import" | "full" | "login";
  /** The id or the key of ada's record, where the path has one. */
  id?: number | string;
  /** The end of the path where everybody has a record of their own after the request. */
  at?: string;
  body?: object;
  /** The status for ada, and for everybody else who is let in. */
  status: number;
  /** A part of that answer. */
  shows?: unknown;
  /** The answer for eve where her own records are shown; she never gets ada's. */
  eve?: { status: number; body: unknown };
}
