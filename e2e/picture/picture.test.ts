/** Holds docs/outlay.svg to the output of a real terminal. To draw it again: pnpm picture */
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "../program.ts";
import { playStory } from "./play-story.ts";
import { readRuns } from "./read-runs.ts";
import { writeSvg } from "./write-svg.ts";

const columns = 80;
const title = "Outlay in a terminal: an expense, an import, how budgets stand, and a report";

it("the README's picture shows what the terminal shows", async () => {
  const lines = await playStory(columns);
  const svg = writeSvg(lines.map(readRuns), { columns, title });
  const isOld = "docs/outlay.svg is not what the terminal shows. To draw it again: pnpm picture";
  await expect(svg, isOld).toMatchFileSnapshot(join(root, "docs/outlay.svg"));
});
