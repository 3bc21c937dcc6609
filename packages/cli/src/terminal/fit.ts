import stringWidth from "string-width";

const ellipsis = "…";

let segmenter: Intl.Segmenter | undefined;

/** Characters as people see them. Making a segmenter takes long for a command that needs none. */
function graphemesOf(text: string) {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text);
}

/** Cut to a width in terminal cells, between characters as people see them. */
export function fit(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let keptWidth = 0;
  for (const { segment } of graphemesOf(text)) {
    const segmentWidth = stringWidth(segment);
    if (keptWidth + segmentWidth > width - 1) break;
    kept += segment;
    keptWidth += segmentWidth;
  }
  return kept + ellipsis;
}
