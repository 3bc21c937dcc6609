import type { Description } from "../openapi/description.ts";
import type { Call, PublicRoute, Route } from "./route.ts";

/** A path for reading, and what it answers with. */
const publicRoute = (
  path: string,
  mediaType: string,
  textOf: (call: Call) => Promise<string>,
): PublicRoute => ({
  access: "public",
  path,
  mediaType,
  operations: {
    GET: {
      takes: {},
      async handle(call) {
        const text = await textOf(call);
        call.ctx.type = mediaType;
        call.ctx.body = text;
      },
    },
  },
});

/**
 * The routes, and those that describe them all, themselves too (contract 1.6). What it takes is loaded and made
 * when it is first asked for.
 */
export function withDescription(others: readonly Route[]): readonly Route[] {
  let made: Promise<Description> | undefined;
  const description = () =>
    (made ??= import("../openapi/description.ts").then(({ describe }) => describe(routes)));
  const routes: Route[] = [
    ...others,
    publicRoute("/openapi.json", "application/json", async () => (await description()).document),
    publicRoute("/docs/", "text/html", async ({ ctx }) =>
      (await description()).page(ctx.path.endsWith("/") ? "../" : ""),
    ),
    publicRoute("/docs/style.css", "text/css", async () => (await description()).style),
  ];
  return routes;
}
