import type { Connection } from "../../connection.ts";
import type { RecordsApi } from "../../api/records-api.ts";
import type { Money } from "../../terminal/amounts.ts";
import type { RecordKind } from "../../undo/change.ts";

export interface AnyRecord {
  id: number;
  created_at: string;
  updated_at: string;
}

/** The differences between expenses and budgets in commands that both have. */
export interface RecordNoun<Wire extends AnyRecord> {
  /** `expense` */
  name: RecordKind;
  /** The beginning of its commands: `outlay`, or `outlay budget`. */
  prefix: string;
  /** Tells somebody who has none how to create the first one. */
  first: string;
  /** The names of the fields that a user can change, some of which follow from others. */
  settable: readonly string[];
  api(connection: Connection): RecordsApi<Wire>;
  /** Describes a record on one line, in reports of changes. */
  summary(record: Wire, money: Money): string;
  /** Each field's title and value, as they are shown. */
  details(record: Wire, money: Money): (readonly [title: string, value: string])[];
}
