import { madePassword, madePasswordBytes } from "@outlay/shared";

/** For an account that nobody types the password of. */
export const randomPassword = (): string =>
  madePassword(
    Buffer.from(crypto.getRandomValues(new Uint8Array(madePasswordBytes))).toString("base64url"),
  );
