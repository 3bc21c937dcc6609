// Turns a good token into a bad one.
import { createHmac } from "node:crypto";

const base64url = (data) => Buffer.from(data).toString("base64url");
// The content of a part of a token.
export const decoded = (part) => JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));

export function forge(kind, token) {
  const [head, payload, signature] = token.split(".");
  const none = base64url('{"alg":"none","typ":"JWT"}');
  switch (kind) {
    case "alg-none":
      return `${none}.${payload}.`;
    case "alg-none-signed":
      return `${none}.${payload}.${signature}`;
    case "signature":
      return `${head}.${payload}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`;
    case "no-signature":
      return `${head}.${payload}.`;
    case "payload": {
      const claims = decoded(payload);
      return `${head}.${base64url(JSON.stringify({ ...claims, user_id: claims.user_id === 1 ? 2 : 1 }))}.${signature}`;
    }
    case "secret":
      return `${head}.${payload}.${createHmac("sha256", "not-the-secret").update(`${head}.${payload}`).digest("base64url")}`;
    default:
      throw new Error(`unknown kind of forgery ${kind}`);
  }
}
