import { createSecretKey, randomUUID } from "node:crypto";
import jwt from "jsonwebtoken";

const accessTtlSeconds = 60 * 60;
const refreshTtlSeconds = 24 * 60 * 60;

/** The user that a token belongs to. */
export interface TokenSubject {
  userId: number;
  username: string;
  /** The version of the password when the token was issued. */
  passwordVersion: number;
  /** The mark that distinguishes the account from all others that have or had its id and name. */
  sessionMark: string;
}

export interface Token extends Omit<TokenSubject, "sessionMark"> {
  type: "access" | "refresh";
  id: string;
  /** Undefined in tokens of older versions. */
  sessionMark: string | undefined;
  issuedAtSeconds: number;
  expiresAtSeconds: number;
}

export interface Tokens {
  issue(type: Token["type"], subject: TokenSubject): string;
  /** Returns undefined if the text isn't a valid token of this server, or if the token has expired. */
  read(text: string): Token | undefined;
}

interface Claims {
  token_type: Token["type"];
  exp: number;
  iat: number;
  jti: string;
  user_id: number;
  username: string;
  password_version: number;
  session_mark?: string;
}

function isClaims(value: unknown): value is Claims {
  if (typeof value !== "object" || value === null) return false;
  const claims = value as Partial<Claims>;
  return (
    (claims.token_type === "access" || claims.token_type === "refresh") &&
    typeof claims.exp === "number" &&
    typeof claims.iat === "number" &&
    typeof claims.jti === "string" &&
    typeof claims.user_id === "number" &&
    typeof claims.username === "string" &&
    typeof claims.password_version === "number" &&
    (claims.session_mark === undefined || typeof claims.session_mark === "string")
  );
}

const tokenOf = (claims: Claims): Token => ({
  type: claims.token_type,
  id: claims.jti,
  issuedAtSeconds: claims.iat,
  expiresAtSeconds: claims.exp,
  userId: claims.user_id,
  username: claims.username,
  passwordVersion: claims.password_version,
  sessionMark: claims.session_mark,
});

/** The number of tokens that are remembered as verified, one for each active client. */
const maxVerified = 1000;

/** Issues and reads JSON Web Tokens, with HS256 and no other algorithm. */
export function jwtTokens(secret: string, clock: () => Date): Tokens {
  // The key object is created once. Given a text, the library would try it as a public key first, which takes longer
  // than the rest of a request.
  const key = createSecretKey(secret, "utf8");
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);
  /**
   * Verified tokens by their text. A client sends the same token with every request, and its signature stays valid until
   * the token expires.
   */
  const verified = new Map<string, Token>();

  const verify = (text: string): Token | undefined => {
    let claims: unknown;
    try {
      claims = jwt.verify(text, key, { algorithms: ["HS256"], clockTimestamp: nowSeconds() });
    } catch {
      // An invalid text isn't a token of this server. The library throws errors of its own and those of JSON.parse.
      return undefined;
    }
    if (!isClaims(claims)) return undefined;
    const token = tokenOf(claims);
    const [oldest] = verified.size < maxVerified ? [] : verified.keys();
    if (oldest !== undefined) verified.delete(oldest);
    verified.set(text, token);
    return token;
  };

  return {
    issue(type, { userId, username, passwordVersion, sessionMark }) {
      const issuedAt = nowSeconds();
      const claims: Claims = {
        token_type: type,
        exp: issuedAt + (type === "access" ? accessTtlSeconds : refreshTtlSeconds),
        iat: issuedAt,
        jti: randomUUID(),
        user_id: userId,
        username,
        password_version: passwordVersion,
        session_mark: sessionMark,
      };
      return jwt.sign(claims, key, { algorithm: "HS256" });
    },

    read(text) {
      const token = verified.get(text) ?? verify(text);
      return token && token.expiresAtSeconds > nowSeconds() ? token : undefined;
    },
  };
}
