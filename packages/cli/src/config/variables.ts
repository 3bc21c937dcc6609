/**
 * The variables of the environment that every command looks at, and what they are for, with what is typed between
 * backticks: the manual, and the table of docs/SCRIPTS.md. Those of the server are options of `outlay serve`.
 */
export const variables: readonly (readonly [names: readonly string[], what: string])[] = [
  [["OUTLAY_HOME"], "one folder for settings, tokens and data"],
  [["OUTLAY_PROFILE", "OUTLAY_SERVER"], "which profile or server, as `--profile` and `--server`"],
  [["OUTLAY_USERNAME", "OUTLAY_PASSWORD"], "who logs in, where there is no session or it is over"],
  [["OUTLAY_TOKEN"], "a token that is used as it is, instead of all that is stored"],
  [
    ["OUTLAY_PASSWORD_FILE", "OUTLAY_TOKEN_FILE"],
    "files that hold these secrets; one that is empty or can't be read is an error",
  ],
  [["OUTLAY_TIMEOUT"], "how many seconds a server may take to answer"],
  [["OUTLAY_DATA"], "the folder of the data on this machine"],
  [["NO_COLOR"], "no colours"],
];
