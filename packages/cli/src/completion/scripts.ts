import bash from "./scripts/bash.txt";
import fish from "./scripts/fish.txt";
import zsh from "./scripts/zsh.txt";

/** What each shell has to run once, to ask `outlay __complete` from then on. */
export const scripts = { bash, zsh, fish };
