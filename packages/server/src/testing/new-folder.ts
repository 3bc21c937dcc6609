export { newFolder } from "@outlay/files/testing";
