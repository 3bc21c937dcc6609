/** One way to fail, shown by failing: what is typed, and what it takes for that to go wrong. */
import { type FakeAnswers, fakeServer } from "../fake-server.ts";
import { newFolder } from "../new-folder.ts";
import { type Typed, typeLine } from "../type-line.ts";

export interface Exhibit {
  /** When this happens: sentences. */
  when: string;
  /** What is typed behind `outlay`; `http://127.0.0.1:8000` is where `server` listens. */
  line: string;
  /** What is typed before. */
  before?: readonly string[];
  /** Makes files, just before the line is typed. @param server its address */
  prepare?: (home: string, server: string) => Promise<void>;
  /** The server, where it isn't the real one over the data of this machine. */
  server?: FakeAnswers;
  env?: Record<string, string>;
  /** What stands in a file that is given as stdin. */
  input?: { file: string; content: string | Error };
  /** What is said to the questions; nobody can be asked without. */
  answers?: readonly string[];
}

const shownPort = "8000";
const shownHome = "/home/ada/.outlay";

/** Types the line on a machine of its own. What is shown has the same paths and ports wherever it is run. */
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
