import type { RequestListener, Server } from "node:http";

/**
 * Tells a client that asks first (`Expect: 100-continue`) to send its body once somebody reads it: what is refused
 * before, for its token or its size, is never sent.
 */
export function continueWhenRead(server: Server, handle: RequestListener): void {
  server.on("checkContinue", (request, response) => {
    // Nobody knows where a body that never comes would have ended, so nothing can follow on this connection.
    response.setHeader("Connection", "close");
    request.once("resume", () => {
      if (response.headersSent) return;
      response.removeHeader("Connection");
      response.writeContinue();
    });
    handle(request, response);
  });
  // Other expectations are nothing to refuse a request for.
  server.on("checkExpectation", handle);
}
