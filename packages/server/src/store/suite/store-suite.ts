/** The tests that every engine of the store has to pass, whatever lies beneath it. */
import { describe } from "vitest";
import { apiKeysSuite } from "./api-keys-suite.ts";
import { changesSuite } from "./changes-suite.ts";
import { categoriesSuite } from "./categories-suite.ts";
import { importsSuite } from "./imports-suite.ts";
import { knownAsSuite } from "./known-as-suite.ts";
import { recordsSuite } from "./records-suite.ts";
import { removedRowsSuite } from "./removed-rows-suite.ts";
import { selectionSuite } from "./selection-suite.ts";
import type { OpenStore } from "./store-under-test.ts";
import { trashSuite } from "./trash-suite.ts";
import { usersSuite } from "./users-suite.ts";

export function describeStore(engine: string, open: OpenStore): void {
  describe(`the ${engine} store: users`, () => {
    usersSuite(open);
  });
  describe(`the ${engine} store: records`, () => {
    recordsSuite(open);
  });
  describe(`the ${engine} store: selection`, () => {
    selectionSuite(open);
  });
  describe(`the ${engine} store: imports`, () => {
    importsSuite(open);
    knownAsSuite(open);
    removedRowsSuite(open);
  });
  describe(`the ${engine} store: changes of many`, () => {
    changesSuite(open);
  });
  describe(`the ${engine} store: categories`, () => {
    categoriesSuite(open);
  });
  describe(`the ${engine} store: API keys`, () => {
    apiKeysSuite(open);
  });
  describe(`the ${engine} store: trash`, () => {
    trashSuite(open);
  });
}
