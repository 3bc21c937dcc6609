import type { IncomingMessage } from "node:http";

/** Shares memory among clients that send bodies at the same time. */
export interface Bodies {
  /**
   * Announces that a body is about to be read. If there is no room for it, the request gets an
   * error, which is a refusal, and the connection stays open for the answer.
   * @param address the client's address
   */
  begin(request: IncomingMessage, address: string): void;
  /** Announces that the request is finished, and its body, if it had one. */
  end(request: IncomingMessage): void;
}

/** For the application inside the client, which only gets bodies of its own. */
export const boundless: Bodies = { begin: () => undefined, end: () => undefined };
