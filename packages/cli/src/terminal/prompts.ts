import { meantOption } from "./meant-option.ts";
import { type QuestionInput, TypedInput } from "./typed-input.ts";

export interface TextQuestion {
  message: string;
  /** The answer that Enter alone stands for. */
  default?: string | undefined;
  /** Returns why an answer isn't acceptable; undefined if it is. */
  refusal?: (answer: string) => Promise<string | undefined>;
}

interface ListQuestion<Option extends string> {
  message: string;
  options: readonly Option[];
  /** The option that is selected at first; by default the first one. */
  default?: Option | undefined;
}

/** The number of options that are seen at once. */
const pickedPageSize = 20;

interface PickQuestion {
  message: string;
  options: readonly { value: string; label: string; isPicked: boolean }[];
}

/** The question in inquirer's words. */
const checkboxes = ({ message, options }: PickQuestion) => ({
  type: "checkbox",
  message,
  choices: options.map(({ value, label, isPicked }) => ({
    value,
    name: label,
    short: value,
    checked: isPicked,
  })),
  pageSize: pickedPageSize,
  loop: false,
});

/** Asks a person questions. inquirer is loaded only when there is one to ask. */
export interface Prompts {
  /** Asks again until the answer is accepted. */
  text(question: TextQuestion): Promise<string>;
  /** Asks for one of a list. */
  choose<Option extends string>(question: ListQuestion<Option>): Promise<Option>;
  /** Asks for any number of a list, some of which are ticked at first. */
  pick(question: PickQuestion): Promise<readonly string[]>;
  /** Asks without showing the answer. */
  secret(message: string): Promise<string>;
  confirm(message: string, options?: { isYesByDefault: boolean }): Promise<boolean>;
}

const nothingTyped = "Type something, or press Ctrl-C to cancel.";

const errorMark = "> ";

/** The width for a refusal, which inquirer would break at any character. */
const errorWidth = ({ columns }: NodeJS.WriteStream) =>
  columns ? columns - errorMark.length : undefined;

const load = () => import("./inquirer.ts");

/** The error with which inquirer reports that a question was cancelled with Ctrl-C. */
function leftByEndOfInput(cause: unknown): Error {
  const error = new Error("The input ended before the question was answered", { cause });
  error.name = "ExitPromptError";
  return error;
}

/** Asks on `output`: stderr, because stdout is for data. */
export function terminalPrompts(
  output: NodeJS.WriteStream,
  keyboard: () => NodeJS.ReadStream,
): Prompts {
  const typed = new TypedInput(keyboard);

  /** @param question the part of inquirer's call that differs between questions; receives its input */
  const askOne = async <Value>(
    question: (input: QuestionInput) => object,
    takesTypedAhead = true,
  ): Promise<Value> => {
    const { inquirer, oneOf } = await load();
    const input = await typed.open(takesTypedAhead);
    const { stream, signal } = input;
    const prompt = inquirer.createPromptModule({ input: stream, output, signal });
    prompt.registerPrompt("one-of", oneOf);
    try {
      const asked = { name: "value", ...question(input) } as Parameters<typeof prompt>[0];
      return (await prompt<{ value: Value }>([asked] as Parameters<typeof prompt>[0])).value;
    } catch (error) {
      throw signal.aborted ? leftByEndOfInput(error) : error;
    } finally {
      input.end();
    }
  };

  return {
    text: ({ message, default: preset, refusal }) =>
      askOne(({ refuse }) => ({
        type: "input",
        message,
        ...(preset === undefined ? {} : { default: preset }),
        validate: async (answer: string) => {
          const reason = refusal ? await refusal(answer) : answer === "" && nothingTyped;
          if (!reason) return true;
          refuse();
          const { wrap } = await load();
          return wrap(reason, errorWidth(output)).join("\n  ");
        },
      })),
    choose: async ({ message, options, default: preset }) => {
      const { wrap } = await load();
      return askOne(({ refuse }) => ({
        type: "one-of",
        message,
        options,
        preset: preset ?? options[0],
        meant: (word: string) => meantOption(word, options),
        inLines: (refusal: string) => wrap(refusal, errorWidth(output)).join("\n  "),
        onRefused: refuse,
      }));
    },
    pick: (question) => askOne(() => checkboxes(question)),
    secret: (message) => askOne(() => ({ type: "password", message })),
    confirm: (message, options) =>
      askOne(
        () => ({ type: "confirm", message, default: options?.isYesByDefault ?? false }),
        false,
      ),
  };
}
