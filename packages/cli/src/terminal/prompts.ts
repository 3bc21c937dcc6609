export interface TextQuestion {
  message: string;
  /** What no answer stands for. */
  default?: string | undefined;
  /** Why an answer can't be taken; undefined where it can. */
  refusal?: (answer: string) => Promise<string | undefined>;
}

interface ListQuestion<Option extends string> {
  message: string;
  options: readonly Option[];
  /** Where the pointer stands at first; else on the first one. */
  default?: Option | undefined;
}

/** Questions to a person. inquirer is loaded when there is one to ask, and not before. */
export interface Prompts {
  /** Asks again for as long as the answer is refused. */
  text(question: TextQuestion): Promise<string>;
  /** One of a list. */
  choose<Option extends string>(question: ListQuestion<Option>): Promise<Option>;
  /** What is typed isn't shown. */
  secret(message: string): Promise<string>;
  confirm(message: string, options?: { isYesByDefault: boolean }): Promise<boolean>;
}

const nothingTyped = "Type something, or Ctrl-C to leave it.";

const errorMark = "> ";

/** Of a refusal, which inquirer would break anywhere. */
const errorWidth = ({ columns }: NodeJS.WriteStream) =>
  columns ? columns - errorMark.length : undefined;

const load = () => import("./inquirer.ts");

/** Asks on `output`: stderr, because stdout is for data. */
export function terminalPrompts(output: NodeJS.WriteStream): Prompts {
  const loadPrompt = async () => (await load()).inquirer.createPromptModule({ output });

  return {
    async text({ message, default: preset, refusal }) {
      const prompt = await loadPrompt();
      const { value } = await prompt<{ value: string }>([
        {
          type: "input",
          name: "value",
          message,
          ...(preset === undefined ? {} : { default: preset }),
          validate: async (answer: string) => {
            const reason = refusal ? await refusal(answer) : answer === "" && nothingTyped;
            if (!reason) return true;
            const { wrap } = await load();
            return wrap(reason, errorWidth(output)).join("\n  ");
          },
        },
      ]);
      return value;
    },
    async choose<Option extends string>(question: ListQuestion<Option>) {
      const { message, options, default: preset } = question;
      const prompt = await loadPrompt();
      const choices = options.map((value) => ({ value, name: value.toLowerCase() }));
      const { value } = await prompt<{ value: string }>([
        { type: "select", name: "value", message, choices, default: preset ?? options[0] },
      ]);
      return value as Option;
    },
    async secret(message) {
      const prompt = await loadPrompt();
      const { value } = await prompt<{ value: string }>([
        { type: "password", name: "value", message },
      ]);
      return value;
    },
    async confirm(message, options) {
      const prompt = await loadPrompt();
      const { value } = await prompt<{ value: boolean }>([
        { type: "confirm", name: "value", message, default: options?.isYesByDefault ?? false },
      ]);
      return value;
    },
  };
}
