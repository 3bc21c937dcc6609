/**
 * A JSON store on trial: everything done to it is also done to its plain model, and the two are
 * compared.
 */
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { unlessMissing } from "@outlay/files";
import { expect } from "vitest";
import type { FoldLimits } from "../../store/json/disk/fold-limits.ts";
import type { Store } from "../../store/store.ts";
import { StorageUnavailable } from "../../store/store-errors.ts";
import { type FaultyDisk, faultyDisk } from "../faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { plainMarks } from "./plain-marks.ts";
import { type StoreCall, tokenIds, userIds } from "./store-calls.ts";
import { StoreModel } from "./store-model.ts";
import { contentOf, openTestStore } from "../test-store.ts";

export type TrialStep =
  /** Calls made at once, in this order. */
  | { kind: "calls"; calls: StoreCall[] }
  /** Calls made at once while one step of the disk fails. */
  | { kind: "fault"; faultyStep: number; calls: StoreCall[] }
  | { kind: "reopen" }
  | { kind: "crash" }
  | { kind: "days"; days: number };

/** The way in which the folder is used. */
interface Use {
  /** By its owner alone, or by several that take turns. */
  own: boolean;
  foldLimits: FoldLimits;
}

/** Copies the files in the middle of whatever is being done, as a power cut leaves them. */
async function imageOf(folder: string): Promise<string> {
  const image = await newFolder();
  const names = readdirSync(folder).filter((name) => /^journal\.\d+\.jsonl$/.test(name));
  // The snapshot is copied last: if it is newer than the copied journals, it has their changes.
  for (const name of [...names, "outlay.json"]) {
    try {
      copyFileSync(join(folder, name), join(image, name));
    } catch (error) {
      // A fold has removed a journal since it was listed, or there is no snapshot yet.
      unlessMissing(error);
    }
  }
  return image;
}

/** The stores over one folder, and the model that they must agree with. */
export class StoreTrial {
  readonly model = new StoreModel();
  readonly #disk: FaultyDisk = faultyDisk();
  readonly #use: Use;
  #folder = "";
  #stores: Store[] = [];
  #turn = 0;

  constructor(useOfFolder: Use) {
    this.#use = useOfFolder;
  }

  async open(folder: string): Promise<void> {
    this.#folder = folder;
    const clock = () => new Date(this.model.now);
    const options = { folder, fs: this.#disk.fs, clock, marks: plainMarks };
    for (let count = this.#use.own ? 1 : 2; count > 0; count -= 1) {
      this.#stores.push(await openTestStore({ ...options, ...this.#use }));
    }
  }

  /** Users for the calls to work with. */
  async addUsers(usernames: readonly string[]): Promise<void> {
    for (const username of usernames) {
      await this.#stores[0]?.users.create(username, "hash");
      this.model.createUser(username, "hash");
    }
  }

  async close(): Promise<void> {
    for (const store of this.#stores.splice(0)) await store.close();
  }

  async take(taken: TrialStep): Promise<void> {
    if (taken.kind === "days") this.model.now += taken.days * 24 * 60 * 60 * 1000;
    else if (taken.kind === "reopen") {
      await this.close();
      await this.open(this.#folder);
    } else if (taken.kind === "crash") {
      const image = await imageOf(this.#folder);
      await this.close();
      await this.open(image);
    } else {
      if (taken.calls.some((call) => call.isPatient === false)) await this.#untilFree();
      this.model.now += 1;
      if (taken.kind === "fault") this.#disk.fail((number) => number === taken.faultyStep);
      await this.#ask(taken.calls, taken.kind === "fault");
      this.#disk.fail(() => false);
    }
    await this.#compare();
  }

  /**
   * Waits until the next store to be called has had the folder, so that no other one is still
   * writing: an impatient call that is refused and repeated would come after calls made later.
   */
  async #untilFree(): Promise<void> {
    const nobody = 0;
    await this.#stores[(this.#turn + 1) % this.#stores.length]?.imports.revert(nobody, 1);
  }

  async #ask(asked: readonly StoreCall[], mayBeRefused: boolean): Promise<void> {
    this.#turn += 1;
    const store = this.#stores[this.#turn % this.#stores.length];
    if (!store) throw new Error("no store is open");
    const answers = await Promise.allSettled(asked.map(({ ask }) => ask(store)));
    for (const [index, answer] of answers.entries()) {
      const isRefused = answer.status === "rejected" && answer.reason instanceof StorageUnavailable;
      // No part of it was stored.
      if (isRefused && mayBeRefused) continue;
      const outcome = asked[index]?.model(this.model);
      const given =
        answer.status === "fulfilled"
          ? { result: answer.value }
          : { refused: (answer.reason as Error).name };
      expect(given, asked[index]?.text).toEqual(outcome);
    }
  }

  async #compare(): Promise<void> {
    const { users, expenses, budgets, revoked } = this.model;
    for (const store of this.#stores) {
      for (const userId of userIds) {
        expect(await contentOf(store, userId)).toEqual({
          user: users.find(({ id }) => id === userId),
          expenses: expenses.list(userId),
          removedExpenses: expenses.listRemoved(userId),
          budgets: budgets.list(userId),
          removedBudgets: budgets.listRemoved(userId),
          imports: this.model.listImports(userId),
          categories: [],
          rates: [],
          apiKeys: this.model.listApiKeys(userId),
        });
      }
      for (const { secretHash } of this.model.keysEver) {
        const key = this.model.apiKeys.find((each) => each.secretHash === secretHash);
        expect(await store.apiKeys.findByHash(secretHash)).toEqual(key);
      }
      for (const token of tokenIds) {
        expect(await store.refreshTokens.isRevoked(token)).toBe(revoked.has(token));
      }
    }
  }
}
