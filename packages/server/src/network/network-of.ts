import { isIPv4, isIPv6 } from "node:net";

import { unknownAddress } from "./client-address.ts";

const mappedV4 = /^\[::ffff:([\da-f]{1,4}):([\da-f]{1,4})\]$/;

/** Returns an IPv4 address that is written as IPv6 in any way, or undefined for other addresses. */
function mapped(address: string): string | undefined {
  // The URL parser converts addresses to their shortest form.
  const { hostname } = new URL(`http://[${address.replace(/%.*$/s, "")}]`);
  const halves = mappedV4.exec(hostname)?.slice(1);
  return halves
    ?.map((half) => Number.parseInt(half, 16))
    .flatMap((half) => [half >> 8, half & 255])
    .join(".");
}

/**
 * Returns the first half of an IPv6 address, which is assigned to a household or a rented machine. The owner can
 * choose the second half freely.
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
 * Returns the key under which a client is counted. It is an IPv4 address itself, but for IPv6 the network of 64 bits,
 * because the owner of one address has 2⁶⁴ of them. All texts that aren't addresses share one key.
 */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  if (!isIPv6(address)) return unknownAddress;
  return mapped(address) ?? `${firstHalf(address)}::/64`;
}
