/**
 * The best that Node's own server can do: it answers everything with the text that it was started
 * with.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const body = process.argv[2] ?? "";
const headers = {
  "Content-Type": "application/json; charset=utf-8",
  "Content-Length": Buffer.byteLength(body),
};

const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
// The parent process has ended.
process.on("disconnect", () => process.exit());
