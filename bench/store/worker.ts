/** What a measurement does to one folder, in a process of its own. */
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

/** The most that this process has had in memory. */
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
