/** One kind of error, shown by causing it: the command line, and everything needed for it to fail. */
import { type FakeAnswers, fakeServer } from "../fake-server.ts";
import { newFolder } from "@outlay/testing";
import { type Typed, typeLine } from "../type-line.ts";

export interface Exhibit {
  /** The circumstances of the error, in sentences. */
  when: string;
  /** The command line after `outlay`; `server` listens on `http://127.0.0.1:8000`. */
  line: string;
  /** Command lines typed before. */
  before?: readonly string[];
  /** Creates files just before the line is typed. @param server its address */
  prepare?: (home: string, server: string) => Promise<void>;
  /** A server other than the real one over the data of this machine. */
  server?: FakeAnswers;
  env?: Record<string, string>;
  /** The contents of a file given as stdin. */
  input?: { file: string; content: string | Error };
  /** The answers to questions; without them nobody can be asked. */
  answers?: readonly string[];
}

const shownPort = "8000";
const shownHome = "/home/ada/.outlay";

/** Types the line on a machine of its own. Paths and ports in the output are the same wherever it runs. */
export async function provoke(exhibit: Exhibit, more: readonly string[] = []): Promise<Typed> {
  const home = await newFolder();
  const server = exhibit.server
    ? await fakeServer(exhibit.server)
    : `http://127.0.0.1:${shownPort}`;
  const { env = {}, answers, input } = exhibit;
  const { port } = new URL(server);
  const wordsOf = (line: string) =>
    line.replaceAll(shownPort, port).replaceAll(shownHome, home).split(" ");
  for (const line of exhibit.before ?? []) {
    const { code, stderr } = await typeLine(home, wordsOf(line));
    if (code !== 0) throw new Error(`outlay ${line}: ${stderr}`);
  }
  await exhibit.prepare?.(home, server);
  const typed = await typeLine(home, [...wordsOf(exhibit.line), ...more], {
    env,
    input: input?.content ?? "",
    ...(answers ? { answers } : {}),
  });
  const shown = (text: string) =>
    text.replaceAll(home, shownHome).replaceAll(`:${port}`, `:${shownPort}`);
  return { ...typed, stdout: shown(typed.stdout), stderr: shown(typed.stderr) };
}
