import { CliError, usageError } from "../errors/cli-error.ts";
import type { CopySide } from "./copy-side.ts";

/** @throws CliError if both are the same account */
export function requireOtherAccount(from: CopySide, to: CopySide): void {
  const isSame =
    from.connection.target.server === to.connection.target.server && from.me.id === to.me.id;
  if (!isSame) return;
  throw usageError(
    `${to.name} is the account that would be copied.`,
    "Name the profile of another account. List them with: outlay profile list",
  );
}

/** The error for a server that would lose a part of what is copied. */
export const tooOldForCopies = ({ name }: CopySide) =>
  new CliError("unexpected_answer", `The server of ${name} is of an earlier version.`, {
    hint: "Update it before you copy an account from it or to it. Nothing was copied.",
  });
