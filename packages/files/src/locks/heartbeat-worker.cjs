// Shows once a second that a lock's owner lives, from a thread of its own: neither a busy event loop nor work of the
// file system that hangs keeps it waiting.
const { utimesSync } = require("node:fs");
const { workerData } = require("node:worker_threads");

const { path, everyMs } = workerData;
setInterval(() => {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // A beat that fails is missed; if the folder is gone for good, writing will say so.
  }
}, everyMs);
