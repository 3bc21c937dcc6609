import type { FormFields, FormValue } from "@outlay/shared";
import bodyParser from "koa-bodyparser";
import type { Context } from "koa";
import { formType, jsonType } from "./media-types.ts";
import { malformedBody, Refusal } from "../domain/refusal.ts";
import type { Bodies } from "./bodies.ts";
import { decoded, readJson, readLongJson } from "./read-json.ts";

/** The maximum number of bytes in a body, unless the route allows more JSON. */
const maxBodyBytes = 1024 * 1024;

/**
 * The maximum number of bytes in a body from a client that may have no account. Such a client sends only a name, a
 * password or a token.
 */
export const maxOpenBodyBytes = 64 * 1024;

const maxFormFields = 1000;

/** A body before validation: a JSON value, or the fields of a form. */
export type Body = { json: unknown } | { form: FormFields };

// koa-bodyparser reads and limits the bytes; they are decoded here, because its JSON reader turns
// invalid UTF-8 into U+FFFD, and its form reader nests fields by their names.
const bytesReader = (mediaType: string, maxBytes: number) =>
  bodyParser({
    enableTypes: ["text"],
    extendTypes: { text: [mediaType] },
    encoding: false as unknown as string,
    textLimit: String(maxBytes),
  });

const hasBody = (ctx: Context) =>
  (ctx.request.length ?? 0) > 0 || ctx.get("transfer-encoding") !== "";

async function bytesOf(
  ctx: Context,
  mediaType: string,
  maxBytes: number,
  bodies: Bodies,
): Promise<Buffer> {
  if ((ctx.request.length ?? 0) > maxBytes) throw bodyTooLarge(maxBytes);
  try {
    const reading = bytesReader(mediaType, maxBytes)(ctx, async () => undefined);
    bodies.begin(ctx.req, ctx.ip);
    await reading;
  } catch (error) {
    throw bodyRefusal(error, maxBytes);
  }
  const bytes: unknown = ctx.request.body;
  return Buffer.isBuffer(bytes) ? bytes : Buffer.alloc(0);
}

const bodyTooLarge = (maxBytes: number) =>
  new Refusal(
    "body_too_large",
    { detail: `The body is larger than ${maxBytes} bytes.` },
    { isBodyUnread: true },
  );

/** The refusals for errors of koa-bodyparser's reader, by the status that it gives them. */
const readingRefusals = new Map<unknown, (maxBytes: number) => Refusal>([
  [400, () => malformedBody("The body ended before its announced length.")],
  [413, bodyTooLarge],
]);

function bodyRefusal(error: unknown, maxBytes: number): unknown {
  const status = error instanceof Error && "status" in error ? error.status : undefined;
  return readingRefusals.get(status)?.(maxBytes) ?? error;
}

/** Leaves percent signs that start no escape, as browsers do: `50% off`. */
const unescaped = (text: string) =>
  text.replaceAll("+", " ").replaceAll(/(?:%[\da-f]{2})+/gi, decodeURIComponent);

function hasMoreThan(fields: number, text: string): boolean {
  let at = text.indexOf("&");
  for (let count = 1; at !== -1; count += 1) {
    if (count >= fields) return true;
    at = text.indexOf("&", at + 1);
  }
  return false;
}

/**
 * Refuses escapes that aren't valid UTF-8. JSON with invalid bytes is refused too, because decoding either would
 * change the text.
 */
function parseForm(bytes: Buffer): [name: string, value: string][] {
  try {
    const text = decoded(bytes);
    // Counted before any field is created, so that a large form takes no time.
    if (hasMoreThan(maxFormFields, text)) throw new Error(`more than ${maxFormFields} fields`);
    return text
      .split("&")
      .filter((pair) => pair !== "")
      .map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return [unescaped(name), unescaped(value.join("="))];
      });
  } catch (error) {
    throw malformedBody(`Form parse error - ${(error as Error).message}`);
  }
}

/** The fields of a form, in their original order and number. */
function collectFields(entries: Iterable<readonly [string, FormValue]>): FormFields {
  const fields = new Map<string, FormValue[]>();
  for (const [name, value] of entries) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** A list that may have many items. */
export interface LongList {
  maxItems: number;
  /** The maximum number of bytes in a body with this list. */
  maxBytes: number;
}

interface Readable {
  /** The accepted media types in lower case, among those that this file can read. */
  mediaTypes: readonly string[];
  maxBytes?: number | undefined;
  /** Present if the body has a list that may be long. */
  longList?: LongList | undefined;
  bodies: Bodies;
}

/**
 * Reads the request's body, which must have one of these media types. A missing body has no fields.
 * @throws Refusal unsupported_media_type, body_too_large, malformed_body
 */
export async function readBody(
  ctx: Context,
  { mediaTypes, maxBytes = maxBodyBytes, longList, bodies }: Readable,
): Promise<Body> {
  if (!hasBody(ctx)) return { form: new Map() };
  const given = ctx.get("content-type");
  const mediaType = (given.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (!mediaTypes.includes(mediaType)) {
    throw new Refusal("unsupported_media_type", {
      detail: `Unsupported media type "${given}" in request.`,
    });
  }
  // A compressed body could unpack to any size, and small bodies need no compression.
  if (!["", "identity"].includes(ctx.get("content-encoding").toLowerCase())) {
    throw new Refusal("unsupported_media_type", {
      detail: `Unsupported content encoding "${ctx.get("content-encoding")}" in request.`,
    });
  }
  // The library only recognises the name in lower case.
  delete ctx.headers["content-encoding"];
  const max = mediaType === jsonType && longList ? longList.maxBytes : maxBytes;
  const bytes = await bytesOf(ctx, mediaType, max, bodies);
  switch (mediaType) {
    case jsonType:
      return {
        json: longList ? await readLongJson(bytes, longList.maxItems) : readJson(bytes),
      };
    case formType:
      return { form: collectFields(parseForm(bytes)) };
    default: {
      // Loaded late, because its parser is large and few clients send such forms.
      const { readMultipart } = await import("./read-multipart.ts");
      return { form: collectFields(await readMultipart(ctx.get("content-type"), bytes)) };
    }
  }
}
