import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Source } from "../read/source.ts";

export const sourceOfFile = (path: string): Source => ({
  name: basename(path),
  async *chunks() {
    for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  },
  close: () => Promise.resolve(),
});
