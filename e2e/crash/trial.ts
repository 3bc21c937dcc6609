import { join } from "node:path";
import { newFolder } from "../program.ts";
import { filesIn, foldingStep, Step } from "./folding.ts";
import { Ledger } from "./ledger.ts";
import type { Moment, Scene } from "./moments.ts";
import { branch, type Random } from "./random.ts";
import { Victim } from "./victim.ts";
import { Writer } from "./writer.ts";

/** The number of concurrent requests, so that changes are written in groups. */
const writerCount = 12;

function summary(faults: readonly string[]): string {
  const shown = faults.slice(0, 3).join("\n");
  return `${faults.length} stored otherwise than it was acknowledged:\n${shown}`;
}

async function killAt(moment: Moment, scene: Scene): Promise<void> {
  await moment(scene);
  await scene.victim.kill();
}

/** A data folder whose servers are killed, one after the other. */
export class Trial {
  readonly #home: string;
  readonly #random: Random;
  readonly #ledger = new Ledger();
  readonly #writers: readonly Writer[];
  #token: string | undefined;

  private constructor(home: string, random: Random) {
    this.#home = home;
    this.#random = random;
    this.#writers = Array.from(
      { length: writerCount },
      (_, index) => new Writer(`writer ${index}`, this.#ledger, branch(random)),
    );
  }

  static async inNewFolder(random: Random): Promise<Trial> {
    return new Trial(await newFolder(), random);
  }

  /**
   * Starts a server, and checks it against the answers of the previous ones.
   * @throws Error if it contradicts them
   */
  async start(): Promise<Victim> {
    const victim = await Victim.start(this.#home, this.#token);
    this.#token = victim.api.token;
    const faults = this.#ledger.faultsIn(await victim.api.list());
    if (faults.length > 0) throw new Error(summary(faults));
    await Promise.all(this.#writers.map((writer) => writer.sendAgain(victim)));
    return victim;
  }

  /** Writes until the moment has come, and kills the server; returns whether it was folding then. */
  async crash(victim: Victim, moment: Moment): Promise<boolean> {
    const dataFolder = join(this.#home, "data");
    const before = filesIn(dataFolder);
    const scene = { victim, dataFolder, random: this.#random };
    const writing = this.#writers.map((writer) => writer.write(victim));
    try {
      await Promise.all([killAt(moment, scene), ...writing]);
    } finally {
      // A writer that fails doesn't wait for the moment.
      await victim.kill();
    }
    return foldingStep(before, filesIn(dataFolder)) !== Step.none;
  }
}
