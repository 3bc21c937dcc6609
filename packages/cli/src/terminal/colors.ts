import picocolors from "picocolors";

type Paint = (text: string) => string;

/** Colours, which say nothing that the words beside them don't. */
export interface Colors {
  red: Paint;
  yellow: Paint;
  green: Paint;
  cyan: Paint;
  bold: Paint;
  dim: Paint;
}

/** Those of a terminal, or, where none are wanted, such as leave text as it is. */
export const colors = (areWanted: boolean): Colors => picocolors.createColors(areWanted);
