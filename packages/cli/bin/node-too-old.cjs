/** Without this check, an older Node fails somewhere in the bundle and prints pages of it. */
const { engines } = require("../package.json");

exports.main = () => {
  const needed = engines.node.replace(">=", "");
  process.stderr.write(
    `outlay: Node ${process.versions.node} is too old; ${needed} or newer is needed. See: node --version\n`,
  );
  process.exitCode = 1;
};
