/**
 * Checks answers against the API's description: their status, headers and body have to be in it.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { parseDecimal } from "@outlay/shared";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { OpenApiDocument, Reference, ResponseObject } from "../../openapi/document-types.ts";

export interface SeenAnswer {
  method: string;
  /** Path and query. */
  url: string;
  status: number;
  headers: IncomingHttpHeaders | OutgoingHttpHeaders;
  text: string;
}

/** The fault of an answer; undefined if the description has it. */
export type CheckAnswer = (answer: SeenAnswer) => string | undefined;

const documentId = "outlay";

/** Makes objects closed, so that a field without a description is a fault. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === "examples" ? each : closed(each)]),
  );
  const isObject = copy["type"] === "object" && copy["properties"] !== undefined;
  return isObject ? { additionalProperties: false, ...copy } : copy;
}

type Schemas = (pointer: string) => ValidateFunction;

/** Compiles the schema at a place of a document. */
export function schemasIn(document: OpenApiDocument): Schemas {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addFormat("decimal", {
    type: "number",
    validate: (value) => (parseDecimal(String(value))?.exponent ?? -Infinity) >= -2,
  });
  ajv.addSchema(closed(document) as object, documentId);
  const known = new Map<string, ValidateFunction>();
  return (pointer) => {
    const validate = known.get(pointer) ?? ajv.compile({ $ref: `${documentId}#${pointer}` });
    known.set(pointer, validate);
    return validate;
  };
}

const escaped = (name: string) => name.replaceAll("~", "~0").replaceAll("/", "~1");

/** The target of a reference, or the place itself. */
const followed = (pointer: string, value: object) =>
  "$ref" in value ? String(value.$ref).slice(1) : pointer;

const withoutSlash = (path: string) => path.replace(/(.)\/$/, "$1");

/** The path of an address, decoded as the server decodes it. */
function pathIn(url: string): string {
  const path = url.replace(/^http:\/\/[^/]*/, "").replace(/[?#].*/, "");
  try {
    return withoutSlash(/%(?:25|2f)/i.test(path) ? path : decodeURIComponent(path));
  } catch {
    return withoutSlash(path);
  }
}

interface Place {
  pointer: string;
  response: ResponseObject;
}

function responsesOf(document: OpenApiDocument) {
  const components = document.components.responses;
  const place = (pointer: string, value: ResponseObject | Reference): Place => {
    if (!("$ref" in value)) return { pointer, response: value };
    const name = value.$ref.slice("#/components/responses/".length);
    const response = components[name];
    if (!response) throw new Error(`There is no response ${name}.`);
    return { pointer: followed(pointer, value), response };
  };
  const paths = Object.entries(document.paths)
    .map(([path, item]) => ({
      path,
      item,
      pattern: new RegExp(`^${withoutSlash(path).replaceAll(/\{\w+\}/g, "[^/]+")}$`),
    }))
    // Literal paths come before those with an id.
    .toSorted((a, b) => Number(a.path.includes("{")) - Number(b.path.includes("{")));
  const others = Object.values(document["x-other-requests"]);

  return (method: string, url: string, status: string): Place | undefined => {
    const path = pathIn(url);
    const found = paths.find(({ pattern }) => pattern.test(path));
    const named = method === "HEAD" ? "get" : method.toLowerCase();
    const operation = found?.item[named];
    if (found && operation) {
      const response = operation.responses[status];
      const pointer = `/paths/${escaped(found.path)}/${named}/responses/${status}`;
      return response && place(pointer, response);
    }
    // For another method some refusals come before its own.
    const ofPath = Object.values(found?.item ?? {}).map(({ responses }) => responses[status]);
    const response = [...ofPath, ...others.map((each) => each[status])].find(
      (each) => each && "$ref" in each,
    );
    return response && place("", response);
  };
}

/** Undefined, which no schema allows, for a text that isn't JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultOf({ pointer, response }: Place, answer: SeenAnswer, schemas: Schemas) {
  const { method, headers, text } = answer;
  const missing = Object.keys(response.headers).filter((name) => {
    const isRequired = !["Link", "Outlay-Home-Currency", "Retry-After"].includes(name);
    return isRequired && headers[name.toLowerCase()] === undefined;
  });
  if (missing.length > 0) return `lacks the header ${missing.join(", ")}`;
  if (method === "HEAD") return undefined;
  const [type = ""] = String(headers["content-type"] ?? "").split(";");
  if (!response.content) return text === "" ? undefined : "has a body";
  if (!response.content[type]) return `is of the type ${type}`;
  const validate = schemas(`${pointer}/content/${escaped(type)}/schema`);
  const value = type === "application/json" ? parsed(text) : text;
  if (validate(value)) return undefined;
  return JSON.stringify(
    validate.errors?.map(({ instancePath, message }) => [instancePath, message]),
  );
}

const optionsPlace = "/x-other-requests/OPTIONS/200/content/application~1json/schema";

/**
 * The answer to `OPTIONS` on any path, which the description gives in words; undefined for other
 * answers.
 */
function isOptions({ method, status, headers, text }: SeenAnswer, schemas: Schemas) {
  if (method !== "OPTIONS") return undefined;
  if (status === 204) return text === "" && headers["access-control-allow-methods"] !== undefined;
  return status === 200 ? schemas(optionsPlace)(parsed(text)) : undefined;
}

export function answersIn(document: OpenApiDocument): CheckAnswer {
  const responses = responsesOf(document);
  const schemas = schemasIn(document);
  return (answer) => {
    const { method, url, status, text } = answer;
    const what = `${method} ${url.slice(0, 100)} ${status}`;
    const isRight = isOptions(answer, schemas);
    if (isRight !== undefined) return isRight ? undefined : what;
    const place = responses(method, url, String(status));
    if (!place) return `${what} isn't described: ${text.slice(0, 300)}`;
    const fault = faultOf(place, answer, schemas);
    return fault === undefined ? undefined : `${what}: ${fault}: ${text.slice(0, 300)}`;
  };
}
