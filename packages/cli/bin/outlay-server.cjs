#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
const isTooOld = major < 20 || (major === 20 && minor < 18);
require(isTooOld ? "./node-too-old.cjs" : "../dist/outlay-server.cjs").main();
