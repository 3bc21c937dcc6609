/** Every kind of error, each with a line that causes it. A new error code needs one here, and nothing else. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ErrorCode } from "@outlay/shared";
import { CredentialsFile } from "../../config/credentials-file.ts";
import type { FakeAnswer } from "../fake-server.ts";
import type { Exhibit } from "./exhibit.ts";

const server = "--server http://127.0.0.1:8000";
const token = { OUTLAY_TOKEN: "a-token" };

/** Answers like an Outlay server to requests without a token, and as given to others. */
const answering = (answer: FakeAnswer) => (_method: string, path: string) =>
  path === "/me/"
    ? { status: 401, body: { detail: "Authentication credentials were not provided." } }
    : answer;

/** A server with the same answer to everything. */
const always = (answer: FakeAnswer) => ({ server: () => answer, env: token });

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
  unexpected: {
    when: "A bug in Outlay, or an error that it doesn't expect. Here standard input can't be read.",
    line: "login --server local -u ada --password-stdin",
    input: { file: "password.txt", content: new Error("EIO: i/o error, read") },
  },
  internal: {
    when: "An internal error of the server. Its log has the details.",
    line: `list ${server}`,
    ...always({
      status: 500,
      headers: { "X-Request-Id": "3f0c9a52" },
      body: { detail: "Internal server error.", request_id: "3f0c9a52" },
    }),
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
  not_logged_in: {
    when: "There is no session with the server.",
    line: `list ${server}`,
    server: answering({ status: 404, body: { detail: "Not found." } }),
  },
  out_of_scope: {
    when: "The scope of the API key doesn't permit this.",
    line: `list ${server}`,
    ...always({
      status: 403,
      body: {
        detail: "This API key has the scope import; this needs a key of scope read or full.",
        code: "out_of_scope",
        scope: "import",
        needed: "read",
      },
    }),
  },
  wrong_credentials: {
    when: "The user name or the password is wrong.",
    line: "login --server local -u ada --password-stdin",
    input: { file: "password.txt", content: "not-my-password" },
  },
  session_over: {
    when: "The session has ended, after 24 hours or by a new password, and there is nobody to ask for the password.",
    line: `list ${server}`,
    prepare: (home, url) =>
      new CredentialsFile(home).keepSession({
        profile: new URL(url).host,
        server: url,
        username: "ada",
        access: "an-old-token",
        refresh: "another",
      }),
    server: () => ({ status: 401, body: { detail: "Token is invalid or expired" } }),
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
  malformed_body: {
    when: "The server can't parse the request: client and server are incompatible.",
    line: `list ${server}`,
    ...always({ status: 400, body: { detail: "JSON parse error" } }),
  },
  registration_closed: {
    when: "Registration is closed on the server.",
    line: `register ${server} -u ada --password-stdin`,
    input: { file: "password.txt", content: "correct-Horse-77-battery" },
    server: answering({
      status: 403,
      body: { detail: "Registration is closed on this server.", code: "registration_closed" },
    }),
  },
  foreign_request: {
    when: "The server takes the request for one of a page of another site: a proxy adds a header of browsers.",
    line: `list ${server}`,
    ...always({
      status: 403,
      body: {
        detail:
          "This request comes from a page of another site. To allow that site, add it to OUTLAY_CORS_ORIGIN.",
        code: "foreign_request",
      },
    }),
  },
  unknown_host: {
    when: "The server doesn't accept the host name in the request.",
    line: `list ${server}`,
    ...always({
      status: 403,
      body: {
        detail:
          'This server isn\'t known as "nas.example.org". Use its address. Behind a proxy, start it with OUTLAY_TRUST_PROXY=on (--trust-proxy 1).',
        code: "unknown_host",
      },
    }),
  },
  method_not_allowed: {
    when: "The server doesn't know this request: client and server are incompatible.",
    line: `restore 1 ${server}`,
    ...always({ status: 405, body: { detail: 'Method "POST" not allowed.' } }),
  },
  not_acceptable: {
    when: "The server doesn't offer JSON: client and server are incompatible.",
    line: `list ${server}`,
    ...always({
      status: 406,
      body: { detail: "Could not satisfy the request Accept header." },
    }),
  },
  body_too_large: {
    when: "The request was larger than the server, or a proxy in front of it, accepts.",
    line: `add 1 Tea -c food ${server}`,
    ...always({ status: 413, body: "<html>413 Request Entity Too Large</html>" }),
  },
  unsupported_media_type: {
    when: "The server doesn't accept JSON: client and server are incompatible.",
    line: `add 1 Tea -c food ${server}`,
    ...always({
      status: 415,
      body: { detail: 'Unsupported media type "application/json" in request.' },
    }),
  },
  throttled: {
    when: "There were too many requests. The client waits for up to 5 seconds, and otherwise reports how long to wait.",
    line: `list ${server}`,
    ...always({
      status: 429,
      headers: { "Retry-After": "42" },
      body: { detail: "Request was throttled. Expected available in 42 seconds." },
    }),
  },
  storage_unavailable: {
    when: "The data can't be reached now, or another process has locked them for longer than 10 seconds.",
    line: "list",
    prepare: async (home) => {
      await writeFile(join(home, "config.json"), '{"version":1,"profiles":{}}', { mode: 0o600 });
      await writeFile(join(home, "data"), "a file where the folder should be");
    },
  },
  storage_full: {
    when: "The disk is full, on the server or here. Nothing was stored.",
    line: `add 1 Tea -c food ${server}`,
    ...always({ status: 507, body: { detail: "The disk is full; nothing was stored." } }),
  },
  unreachable: {
    when: "The server doesn't answer, or not in time, or the connection was broken.",
    line: "login --server http://127.0.0.1:1 -u ada",
  },
  unexpected_answer: {
    when: "The answer doesn't come from an Outlay server, but from another program, or is a proxy's page or a redirection.",
    line: `list ${server}`,
    ...always({ status: 200, body: "<html>Please sign in to this network</html>" }),
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
