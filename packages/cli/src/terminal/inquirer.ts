// The parts of inquirer that questions need. A module of our own around the package, because the bundler
// splits off only our own modules as a whole.
import inquirer from "inquirer";

export { inquirer };
export { oneOf } from "./one-of.ts";
export { wrap } from "./wrap.ts";
