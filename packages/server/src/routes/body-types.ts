import { formType, jsonType, multipartType } from "../middleware/media-types.ts";
import type { Takes } from "./route.ts";

/** The media types in which a body can come. A form has no lists of objects, which are what larger bodies are for. */
export const bodyTypes = ({ longList }: Takes): readonly string[] =>
  longList === undefined ? [jsonType, formType, multipartType] : [jsonType];
