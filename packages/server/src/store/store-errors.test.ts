import { NoHardLinks, NoPlainFile } from "@outlay/files";
import { expect, it } from "vitest";
import { StorageUnavailable, storageError } from "./store-errors.ts";

it("says what a file system lacks, and where else the data can lie", () => {
  const error = storageError(new NoHardLinks("x can't be made"));
  expect(error).toBeInstanceOf(StorageUnavailable);
  expect(error).toHaveProperty("message", expect.stringMatching(/without hard links.*OUTLAY_DATA/));
});

it("names what is no plain file, but not where it lies", () => {
  const error = storageError(new NoPlainFile("/var/lib/outlay/outlay.json", "a link"));
  expect(error).toBeInstanceOf(StorageUnavailable);
  expect(error).toHaveProperty(
    "message",
    expect.stringMatching(/^outlay\.json in the data folder/),
  );
});
