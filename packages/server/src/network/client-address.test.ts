import type { Socket } from "node:net";
import { expect, it } from "vitest";
import { clientAddress } from "./client-address.ts";

const proxy = "127.0.0.1";
const address = (noted: string | undefined, trustedProxies = 1) =>
  clientAddress(
    {
      socket: { remoteAddress: proxy } as Socket,
      headers: noted === undefined ? {} : { "x-forwarded-for": noted },
    },
    trustedProxies,
  );

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["192.0.2.7:4711", "192.0.2.7"],
  ["[2001:db8::1]:4711", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["2001:db8::1", "2001:db8::1"],
  ["::ffff:192.0.2.7", "::ffff:192.0.2.7"],
  ["10.0.0.1,   192.0.2.7 ", "192.0.2.7"],
  ["junk, 192.0.2.7", "192.0.2.7"],
  ["192.0.2.7, junk", "unknown"],
  ["192.0.2.7, ", "unknown"],
  ["", "unknown"],
  ["unknown", "unknown"],
  ["_hidden", "unknown"],
  ["192.0.2.7:4711:1", "unknown"],
  ["[192.0.2.7", "unknown"],
])("reads %j as %s", (noted, expected) => {
  expect(address(noted)).toBe(expected);
});

it("is the address noted by the outermost of our proxies", () => {
  expect(address("10.0.0.1, 192.0.2.7, 198.51.100.1", 2)).toBe("192.0.2.7");
  expect(address("198.51.100.1", 2)).toBe("198.51.100.1");
});

it("is the proxy's own if it has noted nothing, and that of the connection if no proxy is trusted", () => {
  expect(address(undefined)).toBe(proxy);
  expect(address("192.0.2.7", 0)).toBe(proxy);
});
