import type { Command } from "@commander-js/extra-typings";
import { parseChoice } from "../arguments/choice.ts";
import type { Cli } from "../cli.ts";
import { withExamples } from "../help/examples.ts";

export const shells = ["bash", "zsh", "fish"] as const;

export function completionCommand(command: Command, cli: Cli) {
  command.argument("<shell>", shells.join(", ")).action(async (word) => {
    const shell = parseChoice("Shell", word, shells);
    const { scripts } = await import("../completion/scripts.ts");
    cli.show(scripts[shell], () => scripts[shell]);
  });
  withExamples(command, [
    ["bash: add this line to ~/.bashrc", 'eval "$(outlay completion bash)"'],
    ["zsh: add this line to ~/.zshrc, after compinit", 'eval "$(outlay completion zsh)"'],
    ["fish: run this once", "outlay completion fish > ~/.config/fish/completions/outlay.fish"],
  ]);
}
