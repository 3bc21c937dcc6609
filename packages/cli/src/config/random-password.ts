import { madePassword, madePasswordBytes } from "@outlay/shared";

/** Makes a password for an account that nobody types it for. */
export const randomPassword = (): string =>
  madePassword(
    Buffer.from(crypto.getRandomValues(new Uint8Array(madePasswordBytes))).toString("base64url"),
  );
