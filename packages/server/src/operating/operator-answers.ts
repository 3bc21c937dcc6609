import * as v from "valibot";

/** The answer of `/healthz`. */
export const health = v.object({ status: v.literal("ok"), version: v.string() });

/** The answer of `/readyz`: whether a change could be stored now, and why not. */
export const readyState = v.object({
  status: v.picklist(["ready", "unavailable"]),
  detail: v.nullable(v.string()),
});
