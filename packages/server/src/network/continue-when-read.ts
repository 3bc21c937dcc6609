import type { RequestListener, Server } from "node:http";

/**
 * Tells a client that waits for permission (`Expect: 100-continue`) to send its body when the body is about to be
 * read. A request that is refused before that, for its token or its size, never sends its body.
 */
export function continueWhenRead(server: Server, handle: RequestListener): void {
  server.on("checkContinue", (request, response) => {
    // If the body is never sent, its end is unknown, so no other request can follow on this connection.
    response.setHeader("Connection", "close");
    request.once("resume", () => {
      if (response.headersSent) return;
      response.removeHeader("Connection");
      response.writeContinue();
    });
    handle(request, response);
  });
  // Other expectations are ignored, and not refused as Node does.
  server.on("checkExpectation", handle);
}
