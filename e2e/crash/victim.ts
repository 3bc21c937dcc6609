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

  /** @param token issued by an earlier server; undefined if there was none */
  static async start(home: string, token: string | undefined): Promise<Victim> {
    const server = await serve(home);
    return new Victim(server, new Api(server.url, token ?? (await register(server.url))));
  }

  /** From now on requests may fail with an unknown outcome. */
  get isDoomed(): boolean {
    return this.#isDoomed;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Lets the server stop by itself; returns its exit code. */
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
