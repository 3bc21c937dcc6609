/** Text that only the manual contains, with text to be typed in backticks. */

export const description: readonly [string, ...string[]] = [
  `Outlay records what you spend and what you mean to spend. Your data lie in plain JSON files on your machine;
the same program serves them over a small REST API to a household or a team.`,
  `Nothing has to be set up: the first \`outlay add\` on a machine records the expense. Without a server of yours
the API runs inside each command, and no port is opened; \`outlay login --server\` and
\`outlay register --server\` make commands go to another machine, \`outlay profile use local\` back to this one.`,
  `Amounts are written like \`12\`, \`12.5\`, \`12,50\`, \`1,234.50\` or \`'$12.50'\`, in quotes, or the shell makes
2.50 of it. What is between \`'\` and \`'\` no shell changes, be it \`#\`, \`&\`, \`*\`, \`!\` or \`<\`. Categories are food, data, transport and
miscellaneous, and for budgets savings, in any case or just how they begin. Days are written like \`today\`,
\`yesterday\`, \`-3\` (days ago), \`monday\`, \`"22 nov"\`, \`22.11.\` or \`2026-11-22\`; with points the day is first, and what could be two days, like
\`03/04/2026\`, is refused.`,
  `At a terminal, commands about expenses, budgets, imports and accounts ask for what is left out; without one, with
\`--no-input\` or with \`--json\`, nothing ever is asked. Data
are on stdout and all else on stderr; with \`--json\` both are JSON, and records are exactly as the API has them.`,
  "`outlay completion` makes the Tab key complete commands, options and values.",
];

export const serverAlone = `\`outlay-server\` is the server of \`outlay serve\` without the command line, for a machine
that others use. It is set up by the environment alone, and manages accounts while no server runs:`;

export const serverSettings = `what the options of \`outlay serve\` say that are called like them, as
\`OUTLAY_PORT\` what \`--port\` does; \`OUTLAY_JWT_SECRET\` is that key itself`;

export const filesNote = `Where \`XDG_CONFIG_HOME\` or \`XDG_DATA_HOME\` is set, that is instead of \`~/.config\` or
\`~/.local/share\`; on Windows it is \`%APPDATA%\` and \`%LOCALAPPDATA%\`. With \`OUTLAY_HOME\` set, all of it is in
that folder, the data in \`data\` inside. The newest changes of \`outlay.json\` may lie in a journal beside it.`;
