/**
 * Asks for one of a list, picked with the arrow keys or typed. inquirer's own prompt moves the pointer to a
 * typed match, but leaves it in place if there is none, so that Enter would choose an unintended option.
 */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isUpKey,
  makeTheme,
  usePagination,
  usePrefix,
  useKeypress,
  useState,
} from "@inquirer/core";

export interface OneOfConfig {
  message: string;
  options: readonly string[];
  /** The option that is selected at first. */
  preset: string;
  /** Returns the option that a word stands for, or why it stands for none. */
  meant: (word: string) => { option: string } | { refusal: string };
  /** Wraps a refusal into the lines that are shown. */
  inLines: (refusal: string) => string;
  /** Called when a line was refused and another one is awaited. */
  onRefused: () => void;
}

const pageSize = 10;
const help = "\u2191\u2193 or its first letters, then \u23CE";
const nowhere = -1;

/** Writes words of the API in small letters, and names as they are. */
const inSmall = (option: string) =>
  option === option.toUpperCase() ? option.toLowerCase() : option;

export const oneOf = createPrompt<string, OneOfConfig>((config, done) => {
  const { message, options, preset, meant, inLines, onRefused } = config;
  const theme = makeTheme();
  const [isDone, setDone] = useState(false);
  const [word, setWord] = useState("");
  const [pointed, setPointed] = useState(options.indexOf(preset));
  const [refusal, setRefusal] = useState<string | undefined>();
  const prefix = usePrefix({ status: isDone ? "done" : "idle", theme });

  const read = meant(word);
  // An unknown word selects nothing.
  const active = word === "" ? pointed : "option" in read ? options.indexOf(read.option) : nowhere;

  useKeypress((key, line) => {
    if (isEnterKey(key)) {
      const option = options[active];
      if (option === undefined) {
        setRefusal("refusal" in read ? read.refusal : undefined);
        // Otherwise pressing Enter again would choose an option that nobody selected.
        setPointed(nowhere);
        setWord("");
        onRefused();
        return;
      }
      setPointed(active);
      setDone(true);
      done(option);
      return;
    }
    setRefusal(undefined);
    if (isUpKey(key) || isDownKey(key)) {
      line.clearLine(0);
      const from = active === nowhere ? pointed : active;
      const next = isUpKey(key) ? Math.max(from, 0) - 1 : from + 1;
      setPointed((next + options.length) % options.length);
      setWord("");
    } else setWord(line.line.trim());
  });

  const page = usePagination({
    items: options,
    active: Math.max(0, active),
    renderItem({ item, index }) {
      const isPointed = index === active;
      const shown = `${isPointed ? "\u276F" : " "} ${inSmall(item)}`;
      return isPointed ? theme.style.highlight(shown) : shown;
    },
    pageSize,
    loop: false,
  });
  const asked = `${prefix} ${theme.style.message(message, isDone ? "done" : "idle")}`;
  if (isDone) return `${asked} ${theme.style.answer(inSmall(options[pointed] ?? ""))}`;
  const below = [
    page,
    ...(refusal === undefined ? [" "] : [theme.style.error(inLines(refusal))]),
    theme.style.help(help),
  ];
  return [`${asked} ${word}`, below.join("\n")];
});
