import type { Socket } from "node:net";
import { expect, it } from "vitest";
import { isLocal } from "./is-local.ts";

const asks = (remoteAddress: string, host = "localhost:8000") =>
  isLocal({ socket: { remoteAddress } as Socket, headers: { host } });

it.each(["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])("%s is this machine", (address) => {
  expect(asks(address)).toBe(true);
  expect(asks(address, "[::1]:8000")).toBe(true);
  expect(asks(address, "127.0.0.1")).toBe(true);
  expect(asks(address, "localhost.example.org")).toBe(false);
});

it.each(["192.168.1.2", "10.0.0.1", "::ffff:10.0.0.1", "::2", "fe80::1", "1.127.0.0", ""])(
  "%s is another machine",
  (address) => {
    expect(asks(address)).toBe(false);
  },
);
