/** Questions to a person. inquirer is loaded when there is one to ask, and not before. */
export interface Prompts {
  text(question: { message: string; default?: string }): Promise<string>;
  /** What is typed isn't shown. */
  secret(message: string): Promise<string>;
  confirm(message: string, options?: { isYesByDefault: boolean }): Promise<boolean>;
}

/** Asks on `output`: stderr, because stdout is for data. */
export function terminalPrompts(output: NodeJS.WriteStream): Prompts {
  const loadPrompt = async () =>
    (await import("./inquirer.ts")).inquirer.createPromptModule({ output });

  return {
    async text(question) {
      const prompt = await loadPrompt();
      const { value } = await prompt<{ value: string }>([
        { type: "input", name: "value", required: true, ...question },
      ]);
      return value;
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
