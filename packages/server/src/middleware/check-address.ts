import type { Context, Middleware } from "koa";
import { malformedBody, notFound } from "../domain/refusal.ts";

/**
 * A path without its escapes, which are read once. No path here has a percent sign or a slash that separates nothing.
 * @throws Refusal not_found
 */
function withoutEscapes(path: string): string {
  if (!path.includes("%")) return path;
  if (/%(?:25|2f)/i.test(path)) throw notFound();
  try {
    return decodeURIComponent(path);
  } catch {
    // An escape that is none, or that is no UTF-8.
    throw notFound();
  }
}

function pathOf({ request }: Context): string {
  try {
    // Parses the address, which every later use of it relies on.
    return request.path;
  } catch {
    // Node takes request lines whose address no URL parser does.
    throw malformedBody("The address in the request line can't be read.");
  }
}

/** Has the routes, and all that they ask for, found by a path's meaning. @throws Refusal malformed_body, not_found */
export const checkAddress: Middleware = async (ctx, next) => {
  // The router looks at this instead of the path.
  ctx["newRouterPath"] = withoutEscapes(pathOf(ctx));
  await next();
};
