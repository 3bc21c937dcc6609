import * as v from "valibot";

/** The 403s that have nothing to do with the user, by their codes. */
export const forbiddenCodes = ["registration_closed", "foreign_request", "unknown_host"] as const;

/** The body of such a 403. */
export const forbiddenRequest = v.object({
  detail: v.string(),
  code: v.picklist(forbiddenCodes),
});
export type ForbiddenRequest = v.InferOutput<typeof forbiddenRequest>;
