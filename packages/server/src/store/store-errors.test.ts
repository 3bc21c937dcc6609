import { NoHardLinks, NoPlainFile } from "@outlay/files";
import { expect, it } from "vitest";
import { StorageUnavailable, storageError } from "./store-errors.ts";

it("says what a file system lacks, and how to keep the data elsewhere", () => {
  const error = storageError(new NoHardLinks("x can't be made"));
  expect(error).toBeInstanceOf(StorageUnavailable);
  expect(error).toHaveProperty("message", expect.stringMatching(/without hard links.*OUTLAY_DATA/));
});

it("names a file's place that something else has taken, but not its path", () => {
  const error = storageError(new NoPlainFile("/var/lib/outlay/outlay.json", "a link"));
  expect(error).toBeInstanceOf(StorageUnavailable);
  expect(error).toHaveProperty(
    "message",
    expect.stringMatching(/^outlay\.json in the data folder/),
  );
});
