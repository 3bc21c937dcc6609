import { lazily } from "@outlay/shared";
import { columnWidth } from "./column-width.ts";

const ellipsis = "…";

const segmenter = lazily(() => new Intl.Segmenter(undefined, { granularity: "grapheme" }));

/** Splits text into characters as people see them. */
const graphemesOf = (text: string) => segmenter().segment(text);

/** Cuts text to a width in terminal cells, between characters as people see them. */
export function fit(text: string, width: number): string {
  if (columnWidth(text) <= width) return text;
  let kept = "";
  let keptWidth = 0;
  for (const { segment } of graphemesOf(text)) {
    const segmentWidth = columnWidth(segment);
    if (keptWidth + segmentWidth > width - 1) break;
    kept += segment;
    keptWidth += segmentWidth;
  }
  return kept + ellipsis;
}
