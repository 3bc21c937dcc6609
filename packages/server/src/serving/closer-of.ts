import type { Server } from "node:http";
import type { Socket } from "node:net";

const patienceMs = 5000;

/**
 * Ends a server's service: requests under way end. Those that take too long, as when half of one never comes,
 * are cut.
 * @returns what does so
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
      // Node closes idle ones by itself, but takes those on which nothing was ever said for busy, and browsers keep some in stock.
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    });
    clearTimeout(cut);
  };
}
