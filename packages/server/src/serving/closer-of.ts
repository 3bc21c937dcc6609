import type { Server } from "node:http";
import type { Socket } from "node:net";

const patienceMs = 5000;

/**
 * Ends a server's service: requests under way are completed, and those that take too long are cut
 * off, for example when half of one never arrives.
 * @returns a function that does this
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
      // Node closes idle connections by itself, but considers a connection busy if nothing was ever
      // sent on it, and browsers keep some of those in stock.
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    });
    clearTimeout(cut);
  };
}
