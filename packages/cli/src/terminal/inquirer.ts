// What only questions need. A module of our own around the package, because only our own modules are split off the
// bundle whole.
import inquirer from "inquirer";

export { inquirer };
export { oneOf } from "./one-of.ts";
export { wrap } from "./wrap.ts";
