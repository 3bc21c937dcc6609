/**
 * Every kind of error, each with a line that causes it. A new error code needs one here or in
 * `server-exhibits.ts`, and nothing else.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ErrorCode } from "@outlay/shared";
import type { Exhibit } from "./exhibit.ts";
import { serverExhibits, token } from "./server-exhibits.ts";

async function damage(home: string): Promise<void> {
  const path = join(home, "data/outlay.json");
  await writeFile(path, (await readFile(path, "utf8")).replace("Lunch", "Lunck"));
}

/** Simulates a change of the record by somebody else. */
async function changeElsewhere(home: string): Promise<void> {
  const path = join(home, "changes.json");
  const notes = await readFile(path, "utf8");
  await writeFile(path, notes.replace(/("updatedAt": ?)"[^"]*"/g, '$1"2026-11-21T08:00:00.000Z"'));
}

export const exhibits = {
  ...serverExhibits,
  unexpected: {
    when: "A bug in Outlay, or an error that it doesn't expect. Here standard input can't be read.",
    line: "login --server local -u ada --password-stdin",
    input: { file: "password.txt", content: new Error("EIO: i/o error, read") },
  },
  usage: {
    when: "A wrong option or argument, or a missing one without a terminal to ask at.",
    line: "add 12,5O Lunch -c food",
  },
  config_broken: {
    when: "A file with settings, tokens or rules can't be used. Outlay never repairs or replaces such a file by itself.",
    line: "list",
    prepare: (home) => writeFile(join(home, "config.json"), '{"version": 1,', { mode: 0o600 }),
  },
  insecure_server: {
    when: "Tokens would be sent over the network unencrypted.",
    line: "login --server http://outlay.example.org",
  },
  unauthenticated: {
    when: "The server doesn't accept a token that was given to the client, or that the server has just issued.",
    line: "list",
    env: token,
  },
  wrong_credentials: {
    when: "The user name or the password is wrong.",
    line: "login --server local -u ada --password-stdin",
    input: { file: "password.txt", content: "not-my-password" },
  },
  not_found: {
    when: "The record, rule or import doesn't exist.",
    line: "show 99",
  },
  changed_since: {
    when: "A change can't be undone, because the record was changed again, elsewhere or in another way.",
    before: ["add 12.50 Lunch -c food", "edit 1 --amount 13.50"],
    prepare: changeElsewhere,
    line: "undo",
  },
  invalid: {
    when: "The server refuses the data, and says what is wrong with each field.",
    line: "register --server local -u ada --password-stdin",
    input: { file: "password.txt", content: "12345" },
  },
  storage_unavailable: {
    when: "The data can't be reached now, or another process has locked them for longer than 10 seconds.",
    line: "list",
    prepare: async (home) => {
      await writeFile(join(home, "config.json"), '{"version":1,"profiles":{}}', { mode: 0o600 });
      await writeFile(join(home, "data"), "a file where the folder should be");
    },
  },
  unreachable: {
    when: "The server doesn't answer, or not in time, or the connection was broken.",
    line: "login --server http://127.0.0.1:1 -u ada",
  },
  data_damaged: {
    when: "A data file is damaged. Nothing is changed.",
    prepare: damage,
    before: ["add 12.50 Lunch -c food"],
    line: "list",
  },
  faults_found: {
    when: "outlay doctor has found something that needs repair.",
    prepare: damage,
    before: ["add 12.50 Lunch -c food"],
    line: "doctor --quiet",
  },
  port_unavailable: {
    when: "outlay serve can't listen on the address.",
    line: "serve --port 8000",
    server: () => ({ status: 200, body: {} }),
  },
  import_unsure: {
    when: "A file can be read in more than one way, or not at all.",
    line: "import -",
    input: {
      file: "bank.csv",
      content: "Date,Description,Amount\n02/03/2024,Book shop,-20.00\n03/03/2024,Cinema,-11.00\n",
    },
  },
  rows_rejected: {
    when: "Some rows of a file can't be imported.",
    line: "import -",
    input: {
      file: "bank.csv",
      content: "Date,Description,Amount\n2024-05-30,Hotel,-180.00\n2024-05-32,Ferry,-25.00\n",
    },
  },
  budget_used: {
    when: "This is not an error: outlay budget check has found a budget that is used up. The line is on stdout.",
    before: ["budget add 10 -c food", "add 12.50 Lunch -c food"],
    line: "budget check",
  },
  interrupted: {
    when: "The user pressed Ctrl-C or Ctrl-D, or answered a question with no.",
    before: ["add 12.50 Lunch -c food"],
    line: "rm 1",
    answers: ["Ctrl-C"],
  },
} satisfies Record<ErrorCode, Exhibit>;
