import type { Takes } from "./route.ts";

const all = ["application/json", "application/x-www-form-urlencoded", "multipart/form-data"];

/** The media types in which a body can come. A form has no lists of objects, which are what larger bodies are for. */
export const bodyTypes = ({ maxJsonBytes }: Takes): readonly string[] =>
  maxJsonBytes === undefined ? all : all.slice(0, 1);
