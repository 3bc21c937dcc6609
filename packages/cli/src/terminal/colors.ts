import picocolors from "picocolors";

type Paint = (text: string) => string;

/** Colours, which only repeat what the words beside them say. */
export interface Colors {
  red: Paint;
  yellow: Paint;
  green: Paint;
  cyan: Paint;
  bold: Paint;
  dim: Paint;
}

/** The terminal's colours, or functions that leave text unchanged if colours aren't wanted. */
export const colors = (areWanted: boolean): Colors => picocolors.createColors(areWanted);
