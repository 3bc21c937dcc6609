/** What every command is given: streams, settings, and the way to the API. */
import { calendarDayOf, type ErrorCode } from "@outlay/shared";
import { parseAmount } from "./arguments/amount.ts";
import type { Reading } from "./arguments/reading.ts";
import type { Backend } from "./backend/backend.ts";
import type { LocalOptions, Signals } from "./backend/embedded.ts";
import type { StopSignals } from "./backend/interruptible.ts";
import { openBackend } from "./backend/open-backend.ts";
import { type Config, configFile } from "./config/config-file.ts";
import { CredentialsFile, type SessionKey, userProfile } from "./config/credentials-file.ts";
import { readGivenLogin } from "./config/given-login.ts";
import { configFolder, type Environment } from "./config/paths.ts";
import type { PrivateJsonFile } from "./config/private-json-file.ts";
import { usernameInSystem } from "./config/username-in-system.ts";
import { localProfile, resolveTarget, type Target } from "./config/target.ts";
import { verboseText } from "./errors/present-error.ts";
import { type RulesFile, rulesFile } from "./rules/rules-file.ts";
import { greet } from "./backend/greet.ts";
import type { Descriptions } from "./help/described.ts";
import { type Colors, colors } from "./terminal/colors.ts";
import type { Io } from "./terminal/io.ts";
import type { Connection } from "./connection.ts";
import { harmlessJson, printableJson } from "./terminal/printable.ts";
import { wrapSaid } from "./terminal/wrap.ts";
import type { Prompts } from "./terminal/prompts.ts";

/** The options that every command has. */
export interface GlobalOptions {
  json: boolean;
  quiet: boolean;
  verbose: boolean;
  input: boolean;
  color: boolean;
  insecure: boolean;
  profile: string | undefined;
  server: string | undefined;
}

export interface Environs {
  io: Io;
  env: Environment;
  clock: () => Date;
  /** Questions to the person at the terminal. */
  terminalPrompts: Prompts;
  /** What hears of signals to end. */
  signals: Signals & StopSignals;
  /** What help says of each command, where that can be known without loading what commands do. */
  descriptions?: () => Descriptions;
}

/** Where an error came from, for whoever looks for its cause. */
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

export class Cli {
  readonly io: Io;
  readonly env: Environment;
  readonly clock: () => Date;
  readonly signals: Signals & StopSignals;
  /** The command as it is typed, which others are told who wait for the data: `outlay budget add`. */
  readonly label: string;
  /** Where settings lie. */
  readonly configFolder: string;
  readonly config: PrivateJsonFile<Config>;
  readonly credentials: CredentialsFile;
  readonly rules: RulesFile;
  /** What the exit code tells of a command that could be done; else it is 0. */
  ending: ErrorCode | undefined;
  readonly #terminalPrompts: Prompts;
  readonly #globals: () => GlobalOptions;
  readonly #backends: Backend[] = [];
  #isFirstUse = false;

  constructor(environs: Environs, globals: () => GlobalOptions, label: string) {
    this.label = label;
    this.io = environs.io;
    this.env = environs.env;
    this.clock = environs.clock;
    this.signals = environs.signals;
    this.#terminalPrompts = environs.terminalPrompts;
    this.#globals = globals;
    const folder = configFolder(this.env, process.platform);
    this.configFolder = folder;
    this.config = configFile(folder);
    this.credentials = new CredentialsFile(folder);
    this.rules = rulesFile(folder);
  }

  get globals(): GlobalOptions {
    return this.#globals();
  }

  /** Undefined where nobody can be asked, or should be: not with `--json` either, which a program writes. */
  get prompts(): Prompts | undefined {
    const { input, json } = this.globals;
    return this.io.canPrompt && input && !json ? this.#terminalPrompts : undefined;
  }

  /** Those of the terminal that stdout is, unless they aren't wanted. */
  get colors(): Colors {
    const { NO_COLOR, TERM } = this.env;
    const isAble = this.io.columns !== undefined && TERM !== "dumb";
    return colors(isAble && this.globals.color && !NO_COLOR);
  }

  /** What the words of a command line go by: this day, and the user's currency. @throws CliError */
  async reading(): Promise<Reading> {
    const { currency } = await this.config.read();
    return {
      today: calendarDayOf(this.clock()),
      currency,
      parseAmount: (text) => parseAmount(text, currency),
    };
  }

  readonly systemUsername = (): string => usernameInSystem(this.env);

  /** Data for stdout: with `--json` as JSON, else as text for people. */
  show(value: unknown, text: () => string): void {
    this.io.out(this.globals.json ? `${printableJson(value)}\n` : text());
  }

  /** The same for JSON that has more digits than its values would. */
  showWritten(json: string, text: () => string): void {
    this.io.out(this.globals.json ? `${harmlessJson(json)}\n` : text());
  }

  /** What was done, for people: on stdout, since it is the answer; nothing with `--quiet`. */
  report(value: unknown, text: string): void {
    if (this.globals.json) this.io.out(`${printableJson(value)}\n`);
    else if (!this.globals.quiet) this.io.out(`${wrapSaid(text, this.io.columns)}\n`);
  }

  /** To the person at the terminal, what a question is about. */
  say(text: string): void {
    this.io.err(`${wrapSaid(text, this.io.errColumns)}\n`);
  }

  /** A remark beside the data. */
  note(text: string): void {
    if (!this.globals.quiet && !this.globals.json) this.say(text);
  }

  /** Something that the user should know and that didn't keep the command from being done. */
  warn(message: string): void {
    if (this.globals.json) this.io.err(`${printableJson({ warning: { message } })}\n`);
    else this.say(`outlay: ${message}`);
  }

  /** What goes on, for whoever wants to know. */
  tell(text: string): void {
    this.io.err(verboseText(text, this.globals.json));
  }

  /** @param server where that is known otherwise than by `--server` @throws CliError */
  async target(server = this.globals.server): Promise<Target> {
    return resolveTarget({ ...this.globals, server }, this.env, await this.config.read());
  }

  /** The data on this machine, whatever server commands go to. */
  async localTarget(): Promise<Target> {
    const options = { server: localProfile, profile: undefined, insecure: false };
    return resolveTarget(options, this.env, await this.config.read());
  }

  /** What working on the data on this machine takes. */
  localOptions(): LocalOptions {
    const { env, label, clock } = this;
    return {
      env,
      label,
      clock,
      logFault: (error) => {
        if (this.globals.verbose) this.tell(stackOf(error));
      },
      report: (message) => this.warn(message),
    };
  }

  /** Where the session lies: that of the environment's user, if it is another's, beside the profile's. */
  async sessionKey(target: Target): Promise<SessionKey> {
    const username = readGivenLogin(this.env)?.username;
    if (username === undefined) return target;
    const stored = await this.credentials.session(target);
    if (username === stored?.username) return target;
    return { profile: userProfile(target.profile, username), server: target.server };
  }

  /** Opens the way to the server that the options and settings name. @throws CliError */
  async connect(known?: Target): Promise<Connection> {
    const target = known ?? (await this.target());
    const backend = await openBackend(target, {
      local: this.localOptions(),
      signals: this.signals,
      trace: this.globals.verbose ? (line) => this.tell(line) : undefined,
    });
    this.#backends.push(backend);
    // What speaks to a server takes time to load, which help and settings don't need.
    const { connectionOver } = await import("./program/connection-over.ts");
    return connectionOver(this, target, backend, () => (this.#isFirstUse = true));
  }

  async close(): Promise<void> {
    await Promise.all(this.#backends.map((backend) => backend.close()));
    if (this.#isFirstUse) await greet(this);
  }
}
