import bash from "./scripts/bash.txt";
import fish from "./scripts/fish.txt";
import zsh from "./scripts/zsh.txt";

/** The script that each shell runs once, to ask `outlay __complete` from then on. */
export const scripts = { bash, zsh, fish };
