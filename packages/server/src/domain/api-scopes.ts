import type { ApiKeyScope, ApiScopeNeed } from "@outlay/shared";

/** The keys that are let in by what a route needs. A login is let in everywhere. */
export const scopesLetIn = {
  read: ["read", "full"],
  import: ["import", "full"],
  full: ["full"],
  login: [],
} as const satisfies Record<ApiScopeNeed, readonly ApiKeyScope[]>;

export const isLetIn = (scope: ApiKeyScope, needed: ApiScopeNeed): boolean =>
  scopesLetIn[needed].some((each) => each === scope);

/** Everybody who is let in: `a login, or a key of scope read or full` */
export function letInText(needed: ApiScopeNeed): string {
  return scopesLetIn[needed].length === 0 ? "a login" : `a login, or ${neededText(needed)}`;
}

/** `a key of scope read or full` */
export function neededText(needed: ApiScopeNeed): string {
  const scopes = scopesLetIn[needed];
  return scopes.length === 0 ? "a login" : `a key of scope ${scopes.join(" or ")}`;
}
