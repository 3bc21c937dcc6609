/** The errors that the answers of a server cause, each with a line that gets such an answer. */
import type { ErrorCode } from "@outlay/shared";
import { CredentialsFile } from "../../config/credentials-file.ts";
import type { FakeAnswer } from "../fake-server.ts";
import type { Exhibit } from "./exhibit.ts";

const server = "--server http://127.0.0.1:8000";
export const token = { OUTLAY_TOKEN: "a-token" };

/** Answers like an Outlay server to requests without a token, and as given to others. */
const answering = (answer: FakeAnswer) => (_method: string, path: string) =>
  path === "/me/"
    ? { status: 401, body: { detail: "Authentication credentials were not provided." } }
    : answer;

/** A server with the same answer to everything. */
const always = (answer: FakeAnswer) => ({ server: () => answer, env: token });

export const serverExhibits = {
  internal: {
    when: "An internal error of the server. Its log has the details.",
    line: `list ${server}`,
    ...always({
      status: 500,
      headers: { "X-Request-Id": "3f0c9a52" },
      body: { detail: "Internal server error.", request_id: "3f0c9a52" },
    }),
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
  storage_full: {
    when: "The disk is full, on the server or here. Nothing was stored.",
    line: `add 1 Tea -c food ${server}`,
    ...always({ status: 507, body: { detail: "The disk is full; nothing was stored." } }),
  },
  unexpected_answer: {
    when: "The answer doesn't come from an Outlay server, but from another program, or is a proxy's page or a redirection.",
    line: `list ${server}`,
    ...always({ status: 200, body: "<html>Please sign in to this network</html>" }),
  },
} satisfies Partial<Record<ErrorCode, Exhibit>>;
