/** An older Node fails somewhere in the bundle, and shows pages of it. */
import { readFileSync } from "node:fs";

const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(">=", "");
process.stderr.write(
  `outlay: Node ${process.versions.node} is too old; ${needed} or newer is needed. See: node --version\n`,
);
process.exitCode = 1;
