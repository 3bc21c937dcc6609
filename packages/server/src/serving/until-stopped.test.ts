import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { untilStopped } from "./until-stopped.ts";

/** A process that receives signals, and the codes with which it was told to exit. */
function signalled() {
  const emitter = new EventEmitter();
  const exits: number[] = [];
  const exit = (code: number) => exits.push(code);
  const on = (signal: string, listener: () => void) => emitter.on(signal, listener);
  return { signals: { on, exit: (code: number) => void exit(code) }, emitter, exits };
}

it.each(["SIGINT", "SIGTERM"])("ends with the first %s, without an exit", async (signal) => {
  const { signals, emitter, exits } = signalled();
  const stopped = untilStopped(signals);
  emitter.emit(signal);
  await stopped;
  expect(exits).toEqual([]);
});

it.each([
  ["SIGINT", "SIGINT", 130],
  ["SIGTERM", "SIGTERM", 143],
  ["SIGINT", "SIGTERM", 143],
  ["SIGTERM", "SIGINT", 130],
])("exits at once when %s is followed by %s", async (first, second, code) => {
  const { signals, emitter, exits } = signalled();
  const stopped = untilStopped(signals);
  emitter.emit(first);
  emitter.emit(second);
  await stopped;
  expect(exits).toEqual([code]);
});
