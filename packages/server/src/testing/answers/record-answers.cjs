/**
 * Loaded into every process of a test before anything else, including the programs that it starts
 * (with `--require`, which takes less time than `--import`). It records each answer of a server in
 * the process as a line of JSON in the folder that OUTLAY_TEST_ANSWERS names. A line is written
 * before its answer is sent, so that it exists however the process ends; a kill can cut the last
 * one short.
 */
const { closeSync, openSync, writeSync } = require("node:fs");
const { ServerResponse } = require("node:http");
const { join } = require("node:path");
const { isMainThread } = require("node:worker_threads");

/** @type {{ folder: string, file: number } | undefined} */
let open;
let count = 0;

/** @param {string} folder */
function openNext(folder) {
  if (open) closeSync(open.file);
  count += 1;
  // The system reuses the numbers of ended processes.
  const name = `${process.pid}-${performance.timeOrigin}-${count}`;
  open = { folder, file: openSync(join(folder, name), "ax", 0o600) };
  return open.file;
}

/** @param {Buffer} bytes */
function append(bytes) {
  const folder = process.env["OUTLAY_TEST_ANSWERS"];
  if (!folder) return;
  const file = open?.folder === folder ? open.file : openNext(folder);
  if (!fits(file, bytes) && !fits(openNext(folder), bytes)) throw new Error("An answer is lost.");
}

/**
 * False where the process's files can't grow any more: the next process's can.
 * @param {number} file
 * @param {Buffer} bytes
 */
function fits(file, bytes) {
  try {
    return writeSync(file, bytes) === bytes.length;
  } catch (error) {
    if (error.code === "EFBIG") return false;
    throw error;
  }
}

/** @type {WeakMap<ServerResponse, Buffer[]>} */
const bodies = new WeakMap();

/** @param {ServerResponse} response @param {unknown} chunk */
function keep(response, chunk) {
  if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
  const chunks = bodies.get(response) ?? [];
  chunks.push(Buffer.from(chunk));
  bodies.set(response, chunks);
}

/** @param {ServerResponse} response */
function record(response) {
  const { method, url } = response.req;
  const text = Buffer.concat(bodies.get(response) ?? []).toString();
  const { statusCode: status } = response;
  const answer = { method, url, status, headers: response.getHeaders(), text };
  append(Buffer.from(`${JSON.stringify(answer)}\n`));
}

const isHere = Symbol.for("outlay.answers.recorded");
const { prototype } = ServerResponse;
if (isMainThread && !(isHere in prototype)) {
  const { write, end } = prototype;
  Object.assign(prototype, {
    [isHere]: true,
    write(chunk, ...rest) {
      keep(this, chunk);
      return write.call(this, chunk, ...rest);
    },
    end(chunk, ...rest) {
      keep(this, chunk);
      // Koa also ends the responses of closed connections, without sending anything.
      if (!this.destroyed && this.socket?.writable !== false) record(this);
      return end.call(this, chunk, ...rest);
    },
  });
}
