/**
 * The environment variables that every command reads, and their purpose; text to be typed is in backticks.
 * Used by the manual and the table of docs/SCRIPTS.md. The server's variables are described as options of
 * `outlay serve`.
 */
export const variables: readonly (readonly [names: readonly string[], what: string])[] = [
  [["OUTLAY_HOME"], "one folder for settings, tokens and data"],
  [
    ["OUTLAY_PROFILE", "OUTLAY_SERVER"],
    "the profile or server to use, like `--profile` and `--server`",
  ],
  [
    ["OUTLAY_USERNAME", "OUTLAY_PASSWORD"],
    "the user to log in as, if there is no session or it has expired",
  ],
  [["OUTLAY_TOKEN"], "a token to use instead of the stored session"],
  [
    ["OUTLAY_PASSWORD_FILE", "OUTLAY_TOKEN_FILE"],
    "files that contain these secrets; an empty or unreadable file is an error",
  ],
  [["OUTLAY_TIMEOUT"], "the number of seconds a server may take to answer"],
  [["OUTLAY_DATA"], "the folder of the data on this machine"],
  [["NO_COLOR"], "no colours"],
];
