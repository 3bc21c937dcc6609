/** A terminal's last line, used for temporary text like the progress of an import. */
export interface PassingLine {
  /** Replaces the temporary line; an empty text removes it. */
  show(line: string): void;
  /** Writes permanent text in place of the line. */
  say(text: string): void;
}

const eraseLine = "\r\u001B[K";

export function passingLine(write: (text: string) => void): PassingLine {
  let isShown = false;
  return {
    show(line) {
      if (line !== "" || isShown) write(eraseLine + line);
      isShown = line !== "";
    },
    say(text) {
      write(isShown ? eraseLine + text : text);
      isShown = false;
    },
  };
}
