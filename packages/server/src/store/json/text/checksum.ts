import { crc32 } from "node:zlib";

/**
 * CRC-32 (ISO 3309, as in gzip): it finds every fault of up to 32 bits in a row. It protects
 * against disks and mistakes, not against malice. `before` is the sum of the preceding bytes.
 */
export const checksum = (bytes: string | Uint8Array, before = 0): number => crc32(bytes, before);

export const checksumBytes = 4;

export const checksumDigits = 2 * checksumBytes;

/** Eight hexadecimal digits in lower case. */
export const checksumText = (sum: number): string => sum.toString(16).padStart(checksumDigits, "0");
