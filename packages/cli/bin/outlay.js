#!/usr/bin/env node
const [major, minor] = process.versions.node.split(".").map(Number);
const isTooOld = major < 20 || (major === 20 && minor < 18);
await import(isTooOld ? "./node-too-old.js" : "../dist/main.js");
