/** A request that is sent in two halves, so that it is under way for as long as a test wants. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A connection of which all that was said is kept. */
export class Connection {
  readonly #socket: Socket;
  #said = "";
  /** Fulfilled when it has ended, however. */
  readonly ended: Promise<string>;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding("utf8").on("data", (text: string) => (this.#said += text));
    this.ended = new Promise((resolve) => {
      // One that is cut ends too.
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(this.#said));
    });
    onTestFinished(() => void socket.destroy());
  }

  /** @throws where nobody listens */
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

  /** Waits until it has been said by the other side. */
  async says(what: string): Promise<void> {
    while (!this.#said.includes(what)) await once(this.#socket, "data");
  }
}

/** Sends a request's head, and waits until the server has read it; the rest is sent by the one who calls. */
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
    // The server answers to this when it has read the head.
    "Expect: 100-continue",
  ];
  connection.send(`${head.join("\r\n")}\r\n\r\n`);
  await connection.says("100 Continue");
  return { connection, finish: () => connection.send(body) };
}

/** Waits until nobody listens there any more. */
export async function closes(url: string): Promise<void> {
  for (;;) {
    const connection = await Connection.open(url).catch(() => undefined);
    if (!connection) return;
    await connection.cut();
  }
}
