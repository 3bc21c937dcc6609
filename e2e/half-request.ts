/** A request sent in two halves, so that it is under way for as long as a test wants. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection that keeps everything it has received. */
export class Connection {
  readonly #socket: Socket;
  #said = "";
  /** Fulfilled when the connection has ended in any way. */
  readonly ended: Promise<string>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("utf8").on("data", (text: string) => (this.#said += text));
    this.ended = new Promise((resolve) => {
      // A broken connection has ended too.
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(this.#said));
    });
    onTestFinished(() => void socket.destroy());
  }

  /** @throws if nobody listens */
  static async open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, "connect");
    return new Connection(socket);
  }

  send(text: string): void {
    this.#socket.write(text);
  }

  async cut(): Promise<void> {
    this.#socket.destroy();
    await this.ended;
  }

  /** Waits until the other side has sent the text. */
  async says(what: string): Promise<void> {
    while (!this.#said.includes(what)) await once(this.#socket, "data");
  }
}

/** Sends a request's head, and waits until the server has read it; the caller sends the rest. */
export async function beginCreating(
  url: string,
  token: string,
  body: string,
): Promise<{ connection: Connection; finish: () => void }> {
  const connection = await Connection.open(url);
  const head = [
    "POST /expenses/ HTTP/1.1",
    "Host: localhost",
    `Authorization: Bearer ${token}`,
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    // The server answers this header once it has read the head.
    "Expect: 100-continue",
  ];
  connection.send(`${head.join("\r\n")}\r\n\r\n`);
  await connection.says("100 Continue");
  return { connection, finish: () => connection.send(body) };
}

/** Waits until nobody listens on the port. */
export async function closes(url: string): Promise<void> {
  for (;;) {
    const connection = await Connection.open(url).catch(() => undefined);
    if (!connection) return;
    await connection.cut();
  }
}
