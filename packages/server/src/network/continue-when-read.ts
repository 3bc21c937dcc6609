import type { RequestListener, Server } from "node:http";

/**
 * Tells a client that asks first (`Expect: 100-continue`) to send its body once the body is about
 * to be read: a body refused before that, for its token or its size, is never sent.
 */
export function continueWhenRead(server: Server, handle: RequestListener): void {
  server.on("checkContinue", (request, response) => {
    // Nobody knows where a body that never arrives would have ended, so no request can follow on
    // this connection.
    response.setHeader("Connection", "close");
    request.once("resume", () => {
      if (response.headersSent) return;
      response.removeHeader("Connection");
      response.writeContinue();
    });
    handle(request, response);
  });
  // Other expectations are no reason to refuse a request.
  server.on("checkExpectation", handle);
}
