import type { ApiKeyScope, ApiScopeNeed } from "@outlay/shared";

/** The key scopes that satisfy each need of a route. A login satisfies all of them. */
export const scopesLetIn = {
  read: ["read", "full"],
  import: ["import", "full"],
  full: ["full"],
  login: [],
} as const satisfies Record<ApiScopeNeed, readonly ApiKeyScope[]>;

export const isLetIn = (scope: ApiKeyScope, needed: ApiScopeNeed): boolean =>
  scopesLetIn[needed].some((each) => each === scope);

/** Describes the accepted credentials: `a login, or an API key with the scope read or full` */
export function letInText(needed: ApiScopeNeed): string {
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
