import { formType, jsonType, multipartType } from "../middleware/media-types.ts";
import type { Takes } from "./route.ts";

/**
 * The media types that a body can have. A form has no lists of objects, which only larger bodies
 * need.
 */
export const bodyTypes = ({ longList }: Takes): readonly string[] =>
  longList === undefined ? [jsonType, formType, multipartType] : [jsonType];
