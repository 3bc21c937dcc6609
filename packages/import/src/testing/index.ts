/** The importer's test support, for the tests of other packages. */
import { join } from "node:path";

export { earlierId } from "./earlier-id.ts";
export { encodedAs } from "./encoded.ts";
export { planOfText } from "./plan-of.ts";

/** Files as banks and apps write them, with invented names and numbers. */
export const fixturesFolder = join(import.meta.dirname, "../fixtures");
