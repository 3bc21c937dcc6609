import type { IncomingMessage } from "node:http";

/** Sees to it that those who send bodies at the same time leave room for each other. */
export interface Bodies {
  /**
   * A body is read from now on. Where there is no room for it, the request has an error, a refusal, and the
   * connection stays for the answer.
   * @param address where the client is
   */
  begin(request: IncomingMessage, address: string): void;
  /** The request is done with, and so is its body, if it had one. */
  end(request: IncomingMessage): void;
}

/** For the application inside the client, whose bodies are its own. */
export const boundless: Bodies = { begin: () => undefined, end: () => undefined };
