import * as v from "valibot";

/** The response of `/healthz`. */
export const health = v.object({ status: v.literal("ok"), version: v.string() });

/** The response of `/readyz`: whether changes can be stored now, and if not, why. */
export const readyState = v.object({
  status: v.picklist(["ready", "unavailable"]),
  detail: v.nullable(v.string()),
});
