/** A terminal's last line for something that passes, like how far an import has come. */
export interface PassingLine {
  /** Shows a line in the place of the one before; an empty one takes it away. */
  show(line: string): void;
  /** Says something that stays, where the line was. */
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
