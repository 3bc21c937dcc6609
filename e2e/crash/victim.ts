import { serve, type Serving } from "../program.ts";
import { Api, register } from "./api.ts";

/** A server that is going to be killed. */
export class Victim {
  readonly api: Api;
  readonly #server: Serving;
  #isDoomed = false;
  #hasEnded = false;

  private constructor(server: Serving, api: Api) {
    this.#server = server;
    this.api = api;
  }

  /** @param token that one before it has given; undefined where there was none */
  static async start(home: string, token: string | undefined): Promise<Victim> {
    const server = await serve(home);
    return new Victim(server, new Api(server.url, token ?? (await register(server.url))));
  }

  /** Requests may fail now, and nobody knows what has become of them. */
  get isDoomed(): boolean {
    return this.#isDoomed;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Lets it end by itself; the exit code. */
  stop(): Promise<number | null> {
    return this.#end("SIGTERM");
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    this.#isDoomed = true;
    const code = await this.#server.stop(signal);
    this.#hasEnded = true;
    return code;
  }
}
