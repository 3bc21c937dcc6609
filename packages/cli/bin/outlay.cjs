#!/usr/bin/env node
const { env, versions } = process;
const [major, minor] = versions.node.split(".").map(Number);
const isTooOld = major < 20 || (major === 20 && minor < 18);

// Newer Nodes cache compiled code, which saves a tenth of each command. Node's default folder isn't used,
// because all users of the machine can write there.
const folder = env.XDG_CACHE_HOME || (env.HOME && `${env.HOME}/.cache`);
if (folder) require("node:module").enableCompileCache?.(`${folder}/outlay`);

require(isTooOld ? "./node-too-old.cjs" : "../dist/main.cjs").main();
