import type { IncomingMessage } from "node:http";

/** Shares the available memory among clients that send bodies at the same time. */
export interface Bodies {
  /**
   * Announces that a body is about to be read. If there is no room for it, reading it from the request fails with a
   * refusal, and the connection stays open for the response.
   * @param address the client's address
   */
  begin(request: IncomingMessage, address: string): void;
  /** Announces that the request is finished, so that the memory of its body, if any, is free again. */
  end(request: IncomingMessage): void;
}

/** No limit, for the application inside the client, which gets only bodies from the client itself. */
export const boundless: Bodies = { begin: () => undefined, end: () => undefined };
