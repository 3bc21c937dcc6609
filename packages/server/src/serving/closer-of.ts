import type { Server } from "node:http";
import type { Socket } from "node:net";

const patienceMs = 5000;

/**
 * Returns a function that stops a server. It completes requests in progress, and disconnects clients whose requests
 * take too long, for example because half of a request never arrives.
 */
export function closerOf(server: Server): () => Promise<void> {
  const open = new Set<Socket>();
  server.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return async () => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      // Node closes idle connections by itself, but doesn't consider a connection idle on which nothing was ever sent.
      // Browsers open such connections in advance.
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    });
    clearTimeout(cut);
  };
}
