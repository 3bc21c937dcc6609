// Shows once a second that a lock's owner is alive. It runs in its own thread, so that neither a
// busy event loop nor a hanging file system delays it.
const { utimesSync } = require("node:fs");
const { workerData } = require("node:worker_threads");

const { path, everyMs } = workerData;
setInterval(() => {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // A failed beat is skipped; if the folder is gone for good, the next write reports it.
  }
}, everyMs);
