export { listening } from "./listening.ts";
export { newFolder } from "./new-folder.ts";
