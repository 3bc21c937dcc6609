import { columnWidth } from "./column-width.ts";
/**
 * Wraps a text into lines of a width in terminal cells; a single line if the width is unknown. Words are
 * never broken.
 */
export function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    // Two blanks separate parts of a line, and are dropped at its ends.
    if (word === "" && line === "" && lines.length > 0) continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && columnWidth(longer) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Matches commands to be typed, up to the end of the command. Words in capitals stand for what to fill in. */
const commands =
  /(?<=(?::|\b(?:or|with|run)) )(?:outlay|kill) .+?(?=,? or |; |, and | \(|\.? [A-Z](?![A-Z])|\.?$)/g;

/** Stands in for blanks inside commands: as wide as a blank, and a character that nobody types. */
const glue = "\uE000";

/**
 * Wraps each line of a message, continuing with the line's own indentation. Commands aren't broken, so that
 * they can be copied.
 * @param width of the terminal; undefined if there is none
 */
export function wrapSaid(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  const inLines = (line: string): string => {
    if (columnWidth(line) <= width) return line;
    const indent = /^ */.exec(line)?.[0] ?? "";
    const words = line.slice(indent.length);
    const glued = words.replace(commands, (command) => command.replaceAll(" ", glue));
    return wrap(glued, width - indent.length)
      .map((each) => indent + each.replaceAll(glue, " "))
      .join("\n");
  };
  return text.split("\n").map(inLines).join("\n");
}
