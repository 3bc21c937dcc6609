/** The context of every command: streams, settings, and the connection to the API. */
import { calendarDayOf, type ErrorCode } from "@outlay/shared";
import { parseAmount } from "./arguments/amount.ts";
import { parseMoney } from "./arguments/money.ts";
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
  /** Asks the person at the terminal. */
  terminalPrompts: Prompts;
  /** Emits the signals that ask the process to end. */
  signals: Signals & StopSignals;
  /** The help of each command, if it is available without loading the commands' code. */
  descriptions?: () => Descriptions;
}

/** The stack of an error, for debugging. */
const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

export class Cli {
  readonly io: Io;
  readonly env: Environment;
  readonly clock: () => Date;
  readonly signals: Signals & StopSignals;
  /** The command as it is typed, shown to other processes that wait for the data: `outlay budget add`. */
  readonly label: string;
  /** The folder of the settings. */
  readonly configFolder: string;
  readonly config: PrivateJsonFile<Config>;
  readonly credentials: CredentialsFile;
  readonly rules: RulesFile;
  /** The exit code of a command that succeeded but has something to signal; 0 otherwise. */
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

  /**
   * Undefined if nobody can or should be asked; with `--json` nobody is, because a program reads the output.
   */
  get prompts(): Prompts | undefined {
    const { input, json } = this.globals;
    return this.io.canPrompt && input && !json ? this.#terminalPrompts : undefined;
  }

  /** The colours of the terminal on stdout, unless they aren't wanted. */
  get colors(): Colors {
    const { NO_COLOR, TERM } = this.env;
    const isAble = this.io.columns !== undefined && TERM !== "dumb";
    return colors(isAble && this.globals.color && !NO_COLOR);
  }

  /**
   * The context in which the words of the command line are read: the current day and the user's currency.
   * @param own the code of that currency; the setting, if it isn't known from the server
   * @throws CliError
   */
  async reading(own?: string): Promise<Reading> {
    const currency = own ?? (await this.config.read()).currency;
    return {
      today: calendarDayOf(this.clock()),
      currency,
      parseMoney: (text) => parseMoney(text, currency),
      parseAmount: (text) => parseAmount(text, currency),
    };
  }

  readonly systemUsername = (): string => usernameInSystem(this.env);

  /** Writes data to stdout: as JSON with `--json`, otherwise as text for people. */
  show(value: unknown, text: () => string): void {
    this.io.out(this.globals.json ? `${printableJson(value)}\n` : text());
  }

  /** Writes JSON text whose numbers have more digits than JavaScript's would. */
  showWritten(json: string, text: () => string): void {
    this.io.out(this.globals.json ? `${harmlessJson(json)}\n` : text());
  }

  /** Writes to stdout what was done, for people, since that is the answer; nothing with `--quiet`. */
  report(value: unknown, text: string): void {
    if (this.globals.json) this.io.out(`${printableJson(value)}\n`);
    else if (!this.globals.quiet) this.io.out(`${wrapSaid(text, this.io.columns)}\n`);
  }

  /** Tells the person at the terminal what a question is about. */
  say(text: string): void {
    this.io.err(`${wrapSaid(text, this.io.errColumns)}\n`);
  }

  /** Writes a remark that accompanies the data. */
  note(text: string): void {
    if (!this.globals.quiet && !this.globals.json) this.say(text);
  }

  /** Writes a warning: something that the user should know although the command succeeded. */
  warn(message: string): void {
    if (this.globals.json) this.io.err(`${printableJson({ warning: { message } })}\n`);
    else this.say(`outlay: ${message}`);
  }

  /** Writes details for `--verbose`. */
  tell(text: string): void {
    this.io.err(verboseText(text, this.globals.json));
  }

  /** @param server given if it is known from elsewhere than `--server` @throws CliError */
  async target(server = this.globals.server): Promise<Target> {
    return resolveTarget({ ...this.globals, server }, this.env, await this.config.read());
  }

  /** The target for the data on this machine, whatever server commands go to. */
  async localTarget(): Promise<Target> {
    const options = { server: localProfile, profile: undefined, insecure: false };
    return resolveTarget(options, this.env, await this.config.read());
  }

  /** The options for working on the data on this machine. */
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

  /** The key of the session: the environment's user, if it differs from the profile's, has one of its own. */
  async sessionKey(target: Target): Promise<SessionKey> {
    const username = readGivenLogin(this.env)?.username;
    if (username === undefined) return target;
    const stored = await this.credentials.session(target);
    if (username === stored?.username) return target;
    return { profile: userProfile(target.profile, username), server: target.server };
  }

  /** Connects to the server that the options and settings name. @throws CliError */
  async connect(known?: Target): Promise<Connection> {
    const target = known ?? (await this.target());
    const backend = await openBackend(target, {
      local: this.localOptions(),
      signals: this.signals,
      trace: this.globals.verbose ? (line) => this.tell(line) : undefined,
    });
    this.#backends.push(backend);
    // The API client takes time to load, and help and settings don't need it.
    const { connectionOver } = await import("./program/connection-over.ts");
    return connectionOver(this, target, backend, () => (this.#isFirstUse = true));
  }

  async close(): Promise<void> {
    await Promise.all(this.#backends.map((backend) => backend.close()));
    if (this.#isFirstUse) await greet(this);
  }
}
