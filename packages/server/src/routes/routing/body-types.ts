import { formType, jsonType, multipartType } from "../../middleware/media-types.ts";
import type { Takes } from "./route.ts";

/**
 * Returns the media types that a body can have. Only JSON can have lists of objects, which long lists consist of.
 */
export const bodyTypes = ({ longList }: Takes): readonly string[] =>
  longList === undefined ? [jsonType, formType, multipartType] : [jsonType];
