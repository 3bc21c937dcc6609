const passwordBytes = 24;

/** For an account that nobody types the password of. */
export const randomPassword = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(passwordBytes))).toString("base64url");
