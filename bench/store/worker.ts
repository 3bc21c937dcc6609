/** The operations that a measurement performs on one folder, in a separate process. */
import { serveJobs } from "../lib/remote.ts";
import { buildFolder, lengthenJournal } from "./jobs/build-folder.ts";
import {
  closeAfterCreates,
  createInTurn,
  journalBytesPerCreate,
  openForCreates,
} from "./jobs/creates.ts";
import { timeOpening, timeParsing } from "./jobs/open.ts";
import { timeRewriting } from "./jobs/rewrite.ts";
import { foldsSoFar, serve, startWatching, stopServing } from "./jobs/serve.ts";

/** The peak memory of this process. */
const peakMiB = (): number => process.resourceUsage().maxRSS / 1024;

const jobs = {
  buildFolder,
  lengthenJournal,
  openForCreates,
  createInTurn,
  journalBytesPerCreate,
  closeAfterCreates,
  timeOpening,
  timeParsing,
  timeRewriting,
  serve,
  startWatching,
  foldsSoFar,
  stopServing,
  peakMiB,
};

export type Jobs = typeof jobs;

serveJobs(jobs);
