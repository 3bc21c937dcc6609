import type { ApiKeyScope, ApiScopeNeed } from "@outlay/shared";

/** The keys that are let in by what a route needs. A login is let in everywhere. */
const scopesLetIn = {
  read: ["read", "full"],
  import: ["import", "full"],
  full: ["full"],
  login: [],
} as const satisfies Record<ApiScopeNeed, readonly ApiKeyScope[]>;

export const isLetIn = (scope: ApiKeyScope, needed: ApiScopeNeed): boolean =>
  scopesLetIn[needed].some((each) => each === scope);

/** `a key of scope read or full` */
export function neededText(needed: ApiScopeNeed): string {
  const scopes = scopesLetIn[needed];
  return scopes.length === 0 ? "a login" : `a key of scope ${scopes.join(" or ")}`;
}
