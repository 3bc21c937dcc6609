import { lazily } from "@outlay/shared";
import { jsonType } from "../middleware/media-types.ts";
import type { Description } from "../openapi/description.ts";
import { ok, text } from "./routing/answers.ts";
import { type Call, publicRoute, type PublicRoute, type Route } from "./routing/route.ts";

const textRoute = (
  path: string,
  mediaType: string,
  textOf: (call: Call) => Promise<string>,
): PublicRoute =>
  publicRoute(path, mediaType, { 200: text(`${mediaType}; charset=utf-8`) }, async (call) =>
    ok(await textOf(call)),
  );

/**
 * Adds the routes for the API's description, which covers these routes too. The description is generated when it is
 * first requested.
 */
export function withDescription(others: readonly Route[]): readonly Route[] {
  const description = lazily(async (): Promise<Description> => {
    const { describe } = await import("../openapi/description.ts");
    return describe(routes);
  });
  const routes: Route[] = [
    ...others,
    textRoute("/openapi.json", jsonType, async () => (await description()).document),
    textRoute("/docs/", "text/html", async ({ ctx }) =>
      (await description()).page(ctx.path.endsWith("/") ? "../" : ""),
    ),
    textRoute("/docs/style.css", "text/css", async () => (await description()).style),
  ];
  return routes;
}
