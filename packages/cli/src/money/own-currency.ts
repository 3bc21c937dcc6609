import { accountPaths } from "@outlay/shared";
import type { Connection } from "../connection.ts";

/**
 * Finds the user's own currency, which tells what the sign or the code of an amount means.
 * @returns the home currency or, without one, the setting
 */
export async function ownCurrency({ send, home }: Connection): Promise<string | undefined> {
  try {
    await send({ method: "GET", path: accountPaths.me, isRepeatable: true });
  } catch {
    // Without an answer, the setting has to do; the command will meet the same fault, and tell it.
  }
  return home.shown;
}
