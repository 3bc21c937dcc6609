import stringWidth from "string-width";

/** A text's words in lines of a width in terminal cells; one line where that isn't known. A word is never broken. */
export function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined) return [text];
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    // Two blanks divide what stands on one line, and are nothing at its ends.
    if (word === "" && line === "" && lines.length > 0) continue;
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && stringWidth(longer) > width) {
      lines.push(line.trimEnd());
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** Commands that are to be typed, up to where the sentence goes on. */
const commands =
  /(?<=(?::|\b(?:or|with|run)) )(?:outlay|kill) .+?(?=,? or |; |, and | \(|\.? [A-Z]|\.?$)/g;

/** Stands in commands for blanks: of their width, and nothing that anybody writes. */
const glue = "\uE000";

/**
 * What is said, each of its lines in as many as it takes. What a line is indented by, those that go on with it are
 * too; and a command isn't broken, so that it can be copied.
 * @param width of the terminal; undefined where there is none
 */
export function wrapSaid(text: string, width: number | undefined): string {
  if (width === undefined) return text;
  const inLines = (line: string): string => {
    if (stringWidth(line) <= width) return line;
    const indent = /^ */.exec(line)?.[0] ?? "";
    const words = line.slice(indent.length);
    const glued = words.replace(commands, (command) => command.replaceAll(" ", glue));
    return wrap(glued, width - indent.length)
      .map((each) => indent + each.replaceAll(glue, " "))
      .join("\n");
  };
  return text.split("\n").map(inLines).join("\n");
}
