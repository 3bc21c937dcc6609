import type { ApiKeyScope, ApiScopeNeed } from "@outlay/shared";

/** The need of a route: a scope, or just any key. */
export type RouteNeed = ApiScopeNeed | "any";

/** The key scopes that satisfy each need of a route. A login satisfies all of them. */
export const scopesLetIn = {
  any: ["read", "import", "full"],
  read: ["read", "full"],
  import: ["import", "full"],
  full: ["full"],
  login: [],
} as const satisfies Record<RouteNeed, readonly ApiKeyScope[]>;

/** Returns the need of a route that a key's scope doesn't satisfy; undefined if the key is let in. */
export function missingScope(scope: ApiKeyScope, needed: RouteNeed): ApiScopeNeed | undefined {
  if (needed === "any") return undefined;
  return scopesLetIn[needed].some((each) => each === scope) ? undefined : needed;
}

/** Describes the accepted credentials: `a login, or an API key with the scope read or full` */
export function letInText(needed: RouteNeed): string {
  const scopes = scopesLetIn[needed];
  return scopes.length === 0
    ? "a login"
    : `a login, or an API key with the scope ${scopes.join(" or ")}`;
}

/** Describes the credentials that a key's holder needs instead: `a key of scope read or full` */
export function neededText(needed: ApiScopeNeed): string {
  const scopes = scopesLetIn[needed];
  return scopes.length === 0 ? "a login" : `a key of scope ${scopes.join(" or ")}`;
}
