/** Types a command line for tests, with or without a terminal: everything but the terminal is real. */
import type { Environs } from "../cli.ts";
import type { Descriptions } from "../help/described.ts";
import { createProgram } from "../program/program.ts";
import { run } from "../program/run.ts";
import type { Prompts, TextQuestion } from "../terminal/prompts.ts";

/** A person's answer to a question; "" is Enter alone, and "Ctrl-C" is typed as such. */
type Answer = string | boolean;

export interface Typed {
  code: number;
  stdout: string;
  stderr: string;
  /** The questions, in order. */
  asked: string[];
  /** The reasons why answers were refused. */
  refused: string[];
}

interface Terminal {
  /** The answers to the questions, in order; undefined if there is no terminal. */
  answers?: readonly Answer[];
  /** The width of the terminal on stdout; undefined if there is none. */
  columns?: number;
  errColumns?: number;
  /** The contents of stdin; an error if it can't be read. */
  input?: string | Error;
  /** Whether the process is asked to stop as soon as it would wait for stdin. */
  isStopped?: boolean;
  env?: Record<string, string>;
  now?: Date;
  descriptions?: () => Descriptions;
}

const usualNow = new Date("2026-11-22T12:00:00Z");

/** The error with which inquirer reports it. */
function interruption(): Error {
  const error = new Error("User force closed the prompt");
  error.name = "ExitPromptError";
  return error;
}

function promptsThat(answers: readonly Answer[], asked: string[], refused: string[]): Prompts {
  const left = [...answers];
  const answer = (message: string): Promise<Answer> => {
    asked.push(message);
    const next = left.shift();
    if (next === undefined) throw new Error(`nobody answers: ${message}`);
    return next === "Ctrl-C" ? Promise.reject(interruption()) : Promise.resolve(next);
  };
  const text = async (question: TextQuestion): Promise<string> => {
    const typed = String(await answer(question.message)) || (question.default ?? "");
    const reason = await question.refusal?.(typed);
    if (reason === undefined) return typed;
    refused.push(reason);
    return text(question);
  };
  return {
    text,
    choose: async ({ message, options, default: preset }) => {
      const said = await answer(message);
      const option = options.find((each) => each === (said || (preset ?? options[0])));
      if (option === undefined) throw new Error(`not in the list: ${said}`);
      return option;
    },
    // The answer names what is picked, separated by commas; Enter alone takes what is ticked.
    pick: async ({ message, options }) => {
      const said = String(await answer(message));
      if (said === "") return options.filter(({ isPicked }) => isPicked).map(({ value }) => value);
      return options.map(({ value }) => value).filter((value) => said.split(",").includes(value));
    },
    secret: async (message) => String(await answer(message)),
    confirm: async (message) => (await answer(message)) === true,
  };
}

/** The environment in which a command line is typed. */
function environsOf(
  home: string,
  {
    answers,
    columns,
    errColumns,
    input = "",
    isStopped,
    env = {},
    now = usualNow,
    ...more
  }: Terminal,
  typed: Omit<Typed, "code">,
): Environs {
  return {
    io: {
      out: (text) => (typed.stdout += text),
      err: (text) => (typed.stderr += text),
      showLine: () => undefined,
      drained: () => Promise.resolve(true),
      isTerminal: columns !== undefined,
      canPrompt: answers !== undefined,
      columns,
      errColumns,
      showsProgress: false,
      // oxlint-disable-next-line require-await -- a stream of what is there already
      inputChunks: async function* () {
        if (input instanceof Error) throw input;
        yield Buffer.from(input);
      },
      readInput: () => (input instanceof Error ? Promise.reject(input) : Promise.resolve(input)),
    },
    env: { OUTLAY_HOME: home, ...env },
    clock: () => now,
    terminalPrompts: promptsThat(answers ?? [], typed.asked, typed.refused),
    ...more,
    signals: {
      on: (_signal, listener) => (isStopped ? listener() : undefined),
      off: () => undefined,
      exit: () => undefined,
    },
  };
}

const untyped = (): Omit<Typed, "code"> => ({ stdout: "", stderr: "", asked: [], refused: [] });

/** The command tree, with every command complete. */
export async function programOf(home: string) {
  const { program, complete } = createProgram(environsOf(home, {}, untyped()));
  await complete(["__complete"]);
  return program;
}

export async function typeLine(
  home: string,
  args: readonly string[],
  terminal: Terminal = {},
): Promise<Typed> {
  const typed = untyped();
  const code = await run(args, environsOf(home, terminal, typed));
  return { code, ...typed };
}
