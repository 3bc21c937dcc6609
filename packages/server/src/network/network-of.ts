import { isIPv4, isIPv6 } from "node:net";

import { unknownAddress } from "./client-address.ts";

const mappedV4 = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/;

/** An IPv4 address that is written as IPv6, in whatever way; undefined for others. */
function mapped(address: string): string | undefined {
  // The URL parser produces the shortest way to write it.
  const { hostname } = new URL(`http://[${address.replace(/%.*$/s, "")}]`);
  const halves = mappedV4.exec(hostname)?.slice(1);
  return halves
    ?.map((half) => Number.parseInt(half, 16))
    .flatMap((half) => [half >> 8, half & 255])
    .join(".");
}

/**
 * The first half, which a household or a rented machine is assigned; its owner can choose the rest
 * freely.
 */
function firstHalf(address: string): string {
  const [bare = ""] = address.split("%");
  const [left = [], right = []] = bare.split("::").map((part) => part.split(":"));
  const zeros = bare.includes("::") ? Array<string>(8).fill("0") : [];
  const groups = [...left, ...zeros.slice(left.length + right.length), ...right];
  return groups
    .slice(0, 4)
    .map((group) => (Number.parseInt(group, 16) || 0).toString(16))
    .join(":");
}

/**
 * The key under which a client is counted: an IPv4 address itself, and for IPv6 the network of 64
 * bits, because the owner of one address has 2⁶⁴ of them. Anything that isn't an address shares one
 * key.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return unknownAddress;
  return mapped(address) ?? `${firstHalf(address)}::/64`;
}
