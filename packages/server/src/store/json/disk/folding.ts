import { errorCode } from "@outlay/files";
import type { DataFiles } from "./data-files.ts";
import type { FoldMoment } from "./fold-limits.ts";
import { snapshotName } from "../snapshot/snapshot.ts";
import { WriteStopped } from "../snapshot/snapshot-file.ts";

export interface FoldingOptions {
  clock: () => Date;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
}

/** Folds journals into the snapshot when it is time to. The caller holds the folder's lock. */
export class Folding {
  readonly #files: DataFiles;
  readonly #options: FoldingOptions;
  #underWay: Promise<void> | undefined;

  constructor(files: DataFiles, options: FoldingOptions) {
    this.#files = files;
    this.#options = options;
  }

  /** Folds while other calls go on. */
  async foldBeside(): Promise<void> {
    if (this.#underWay) return;
    const fold = await this.#start("meanwhile");
    this.#underWay = fold?.().finally(() => {
      this.#underWay = undefined;
    });
  }

  /** Folds to the end before anything else happens. */
  async foldNow(moment: "turn" | "end"): Promise<void> {
    const fold = await this.#start(moment);
    await fold?.();
  }

  /** Makes a fold under way end without having happened. */
  async stop(): Promise<void> {
    this.#files.stopFold();
    await this.#underWay;
  }

  reportFailure(error: unknown): void {
    if (error instanceof WriteStopped) return;
    const code = errorCode(error) ?? (error instanceof Error ? error.message : String(error));
    this.#options.report(
      `The journal could not be folded into ${snapshotName} (${code}). Nothing is lost: the journal ` +
        "stays beside it and is folded later.",
    );
  }

  /**
   * Begins a fold, if it is time.
   * @returns a function that does the rest
   */
  async #start(moment: FoldMoment): Promise<(() => Promise<void>) | undefined> {
    if (!this.#files.isFoldDue(moment)) return undefined;
    const report = (error: unknown) => this.reportFailure(error);
    try {
      const fold = await this.#files.startFold(this.#options.clock());
      return () => fold().catch(report);
    } catch (error) {
      report(error);
      return undefined;
    }
  }
}
