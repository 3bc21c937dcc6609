import type { FormFile, FormValue } from "@outlay/shared";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { malformedBody } from "../domain/refusal.ts";
import { decoded } from "./read-json.ts";

const maxParts = 1000;
const maxFiles = 20;

/** The number of bytes read at once, which takes about a millisecond. */
const sliceBytes = 4 * 1024;

const parseError = (reason: string) => malformedBody(`Multipart form parse error - ${reason}`);

/** Counts the lines in the body that begin a part or end the last one. */
function countDelimiters(contentType: string, bytes: Buffer): number {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^\s;]*))/i.exec(contentType) ?? [];
  const delimiter = `--${quoted ?? plain}`;
  let count = bytes.indexOf(delimiter) === 0 ? 1 : 0;
  for (let at = -1; (at = bytes.indexOf(`\r\n${delimiter}`, at + 1)) !== -1;) count += 1;
  return count;
}

/** @throws Error if the value isn't encoded as declared */
function withoutTransferEncoding(value: string, encoding: string): string {
  if (encoding.trim().toLowerCase() !== "base64") return value;
  return decoded(Buffer.from(value, "base64"));
}

/**
 * Reads the fields of a multipart body. Files follow the fields, and only their names are kept, because no field
 * accepts a file.
 * @throws Refusal malformed_body
 */
export async function readMultipart(
  contentType: string,
  bytes: Buffer,
): Promise<[name: string, value: FormValue][]> {
  const fields: [string, string][] = [];
  const files: [string, FormFile][] = [];
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => reject(parseError((error as Error).message));
    let busboy: BusboyInstance;
    try {
      busboy = new Busboy({
        headers: { "content-type": contentType },
        limits: { parts: maxParts, files: maxFiles, fieldSize: bytes.length },
        // Browsers send an empty file input as a file without a name.
        isPartAFile: (_name, _type, fileName) => (fileName ?? "") !== "",
      });
    } catch (error) {
      fail(error);
      return;
    }
    let isOver = false;
    const stop = (reason: string) => {
      isOver = true;
      fail(new Error(reason));
    };
    busboy.on("field", (name, value, _isNameCut, _isValueCut, encoding) => {
      try {
        fields.push([name, withoutTransferEncoding(value, encoding)]);
      } catch {
        stop("a field is not UTF-8");
      }
    });
    busboy.on("file", (name, stream, fileName) => {
      files.push([name, { fileName }]);
      stream.on("error", fail).resume();
    });
    busboy.on("partsLimit", () => stop(`more than ${maxParts} fields`));
    busboy.on("filesLimit", () => stop(`more than ${maxFiles} files`));
    busboy.on("error", fail);
    busboy.on("finish", resolve);
    const write = (start: number): void => {
      if (isOver) return;
      const end = start + sliceBytes;
      if (end >= bytes.length) busboy.end(bytes.subarray(start));
      else busboy.write(bytes.subarray(start, end), () => setImmediate(write, end));
    };
    write(0);
  });
  // Bytes that aren't UTF-8 have become U+FFFD, unless that character was sent.
  const isGarbled =
    fields.some(([, value]) => value.includes("\uFFFD")) && !bytes.includes("\uFFFD");
  if (isGarbled) throw parseError("a field is not UTF-8");
  // The parser skips parts that it doesn't understand, and their fields would be lost silently.
  if (countDelimiters(contentType, bytes) > fields.length + files.length + 1) {
    throw parseError("a part doesn't belong to a form");
  }
  return [...fields, ...files];
}
