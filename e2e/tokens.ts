/** Makes tokens as the server would have at another time. */
import { createHmac } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

const base64url = (text: string) => Buffer.from(text).toString("base64url");

/** The claims of a token. */
function claimsOf(token: string): Record<string, unknown> {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Record<string, unknown>;
}

/** Returns the same token, signed with the data folder's key, but expired. */
export async function expired(token: string, dataFolder: string): Promise<string> {
  const secret = (await readFile(join(dataFolder, "jwt-secret"), "utf8")).trim();
  const nowSeconds = Math.floor(Date.now() / 1000);
  const claims = { ...claimsOf(token), iat: nowSeconds - 100_000, exp: nowSeconds - 10 };
  const signed = `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url(JSON.stringify(claims))}`;
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
