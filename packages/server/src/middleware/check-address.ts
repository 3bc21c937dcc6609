import type { Context, Middleware } from "koa";
import { malformedBody, notFound } from "../domain/refusal.ts";

/**
 * Decodes the escapes in a path once. No path of the API contains a percent sign, or a slash other than as a
 * separator.
 * @throws Refusal not_found
 */
function withoutEscapes(path: string): string {
  if (!path.includes("%")) return path;
  if (/%(?:25|2f)/i.test(path)) throw notFound();
  try {
    return decodeURIComponent(path);
  } catch {
    // The escape is invalid, or isn't UTF-8.
    throw notFound();
  }
}

function pathOf({ request }: Context): string {
  try {
    // Parses the address, because all later code relies on it.
    return request.path;
  } catch {
    // Node accepts request lines whose address no URL parser accepts.
    throw malformedBody("The address in the request line can't be read.");
  }
}

/**
 * Makes routes and their parameters match a path's decoded form.
 * @throws Refusal malformed_body, not_found
 */
export const checkAddress: Middleware = async (ctx, next) => {
  // The router uses this instead of the path.
  ctx["newRouterPath"] = withoutEscapes(pathOf(ctx));
  await next();
};
