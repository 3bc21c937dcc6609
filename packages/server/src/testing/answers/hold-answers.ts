/**
 * Checks for every test that all answers of its servers, in this process or in one that it started,
 * match the API's description.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import "./record-answers.cjs";
import { type Recorded, recordedAnswers } from "./recorded-answers.ts";

let folder: string;
let newAnswers: () => Recorded[];

/** Servers made up by tests in this process don't name their answers. */
const isOutlays = ({ pid, answer }: Recorded) =>
  pid !== process.pid || answer.headers["x-request-id"] !== undefined;

async function checkAnswers(): Promise<void> {
  const answers = newAnswers().filter(isOutlays);
  if (answers.length === 0) return;
  // Loaded late, because most tests have nothing to do with it.
  const { checkAnswer } = await import("./described-by-server.ts");
  const undescribed = answers.flatMap(({ answer }) => checkAnswer(answer) ?? []);
  const first = undescribed.slice(0, 10);
  expect(first, "answers that the API's description doesn't have").toEqual([]);
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "outlay-answers-"));
  process.env["OUTLAY_TEST_ANSWERS"] = folder;
  newAnswers = recordedAnswers(folder);
});

afterEach(checkAnswers);

// Servers that stop with a test do so after the afterEach hooks.
afterAll(async () => {
  try {
    await checkAnswers();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
