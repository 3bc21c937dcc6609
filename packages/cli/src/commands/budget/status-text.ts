import { bar } from "../../terminal/bar.ts";
import type { Colors } from "../../terminal/colors.ts";
import { columnWidth } from "../../terminal/column-width.ts";
import { wrap } from "../../terminal/wrap.ts";
import type { Standing } from "./standing.ts";
import type { StatusBlock } from "./status-blocks.ts";

const gap = "  ";
const frame = ["▕", "▏"] as const;
/** Used if there is no terminal with a width. */
const defaultWidth = 80;
/** If a bar this wide fits, all of a budget is shown on one line. */
const minBarWidthAlone = 40;
/** If less than this fits, a bar gets a line of its own. */
const minBarWidth = 16;

interface Layout {
  width: number;
  barWidth: number;
  categoryWidth: number;
  periodWidth: number;
  shareWidth: number;
  restWidth: number;
  colors: Colors;
}

/** Red if too much is spent, yellow if it is going to be. */
function paintOf({ spentCents, projectedCents, limitCents }: Standing, colors: Colors) {
  if (spentCents > limitCents) return colors.red;
  return projectedCents > limitCents ? colors.yellow : colors.green;
}

function gauge(standing: Standing, { barWidth, colors }: Layout): string {
  const { spentCents, limitCents } = standing;
  const isUsedUp = spentCents >= limitCents;
  const share = limitCents > 0n ? Number(spentCents) / Number(limitCents) : Number(isUsedUp);
  return frame.join(paintOf(standing, colors)(bar(share, barWidth)));
}

/** Fills a text with blanks to a number of columns, of which some letters take two. */
const padded = (text: string, columns: number) =>
  text + " ".repeat(Math.max(0, columns - columnWidth(text)));

const detailsText = ({ details }: StatusBlock) => details.join("; ");

/** A budget's line without the details. */
function row(block: StatusBlock, layout: Layout): string {
  const { category, period, spending, share, rest } = block;
  const drawn = spending
    ? gauge(spending, layout)
    : " ".repeat(layout.barWidth + frame.join("").length);
  return [
    padded(category, layout.categoryWidth),
    period.padEnd(layout.periodWidth),
    drawn,
    share.padStart(layout.shareWidth),
    rest.padStart(layout.restWidth),
  ].join(gap);
}

const oneLine = (block: StatusBlock, layout: Layout): string[] => [
  row(block, layout) + gap + detailsText(block),
];

function detailsBelow(block: StatusBlock, layout: Layout): string[] {
  const indent = " ".repeat(layout.categoryWidth + gap.length);
  const below = wrap(detailsText(block), layout.width - indent.length);
  return [row(block, layout), ...below.filter((line) => line !== "").map((line) => indent + line)];
}

function barBelow(block: StatusBlock, layout: Layout): string[] {
  const { category, period, spending, share, rest, details } = block;
  const drawn = spending
    ? [`${gauge(spending, layout)}${gap}${share.padStart(layout.shareWidth)}`]
    : [];
  const words = wrap([rest, ...details].join("; "), layout.width - gap.length);
  return [`${category}${gap}${period}`, ...[...drawn, ...words].map((line) => gap + line)];
}

const widest = (texts: readonly string[]) => Math.max(...texts.map(columnWidth));

/** Shows how budgets stand, with a bar for each category and period, in lines that fit the width. */
export function statusText(
  blocks: readonly StatusBlock[],
  { width = defaultWidth, colors }: { width: number | undefined; colors: Colors },
): string {
  const widths = {
    categoryWidth: widest(blocks.map(({ category }) => category)),
    periodWidth: widest(blocks.map(({ period }) => period)),
    shareWidth: widest(blocks.map(({ share }) => share)),
    restWidth: widest(blocks.map(({ rest }) => rest)),
  };
  const { categoryWidth, periodWidth, shareWidth, restWidth } = widths;
  const framed = [...frame, gap].join("").length;
  const besideWords =
    width - framed - categoryWidth - periodWidth - shareWidth - restWidth - 3 * gap.length;
  const besideAll = besideWords - gap.length - widest(blocks.map(detailsText));
  const belowWords = Math.max(1, width - framed - gap.length - shareWidth);
  const [linesOf, barWidth] =
    besideAll >= minBarWidthAlone
      ? [oneLine, besideAll]
      : besideWords >= minBarWidth
        ? [detailsBelow, besideWords]
        : [barBelow, belowWords];

  const layout = { ...widths, width, colors, barWidth };
  const lines = blocks.flatMap((block) => linesOf(block, layout));
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}
