import * as v from "valibot";

/** The body of a 403 for what a browser sends for the page of another site, or under a name that isn't the server's. */
export const foreignRefusal = v.object({
  detail: v.string(),
  code: v.literal("foreign_request"),
});
export type ForeignRefusal = v.InferOutput<typeof foreignRefusal>;
