import { type ApiKeyScope, calendarDayOf } from "@outlay/shared";
import type { ApiKey } from "../../api/received/records.ts";
import { printable } from "../../terminal/printable.ts";

const scopeTexts: Readonly<Record<string, string>> = {
  read: "may read",
  import: "may import",
  full: "may do everything except manage keys, password and account",
} satisfies Record<ApiKeyScope, string>;

/** The day of an instant in the local time zone. */
export const dayText = (instant: string): string => calendarDayOf(new Date(instant));

/** `key 3: cron, which may import, until 2027-02-20` */
export function keyText({ id, name, scope, expires_at }: ApiKey): string {
  const end = expires_at === null ? "" : `, until ${dayText(expires_at)}`;
  return printable(
    `key ${id}: ${name}, which ${scopeTexts[scope] ?? `has the scope ${scope}`}${end}`,
  );
}
