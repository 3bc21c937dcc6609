export { newFolder } from "./new-folder.ts";
