import { isIPv4, isIPv6 } from "node:net";

const mappedV4 = /^::ffff:(?=\d+\.)/i;

/** The first half, which is what a household or a rented machine is given; the rest anybody there may choose. */
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
 * What a client's address is counted under: an IPv4 address by itself, of IPv6 the network of 64 bits, since who
 * has one address there has 2⁶⁴ of them.
 */
export function networkOf(address: string): string {
  const plain = address.replace(mappedV4, "");
  if (isIPv4(plain)) return plain;
  return isIPv6(plain) ? `${firstHalf(plain)}::/64` : plain;
}
