import type { ErrorCode } from "@outlay/shared";
import type { ImportRefusal, RefusalCode } from "@outlay/import";
import { CliError } from "./cli-error.ts";

const codes = {
  unsure: "import_unsure",
  unreadable: "import_unsure",
  bad_option: "usage",
  bad_plan: "usage",
  bad_pattern: "usage",
  slow_rule: "usage",
  storage_full: "storage_full",
  storage_unavailable: "storage_unavailable",
} as const satisfies Record<RefusalCode, ErrorCode>;

/** Recognises refusals by name, because every command loads this file, but few need the importer. */
const isRefusal = (error: unknown): error is ImportRefusal =>
  error instanceof Error && error.name === "ImportRefusal";

/** Turns a refusal by the importer into the client's own error, and returns any other error unchanged. */
export function withRefusalTranslated(error: unknown): unknown {
  if (!isRefusal(error)) return error;
  const { code, message, hint, cause } = error;
  return new CliError(codes[code], message, { ...(hint === undefined ? {} : { hint }), cause });
}
