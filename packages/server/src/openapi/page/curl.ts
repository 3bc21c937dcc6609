import type { OperationObject, ParameterObject } from "../document-types.ts";

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function addressOf(path: string, parameters: readonly ParameterObject[]): string {
  const query = parameters
    .filter(({ in: place, example }) => place === "query" && example !== undefined)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`);
  const whole = parameters
    .filter(({ in: place }) => place === "path")
    .reduce((now, { name, example }) => now.replace(`{${name}}`, String(example ?? "")), path);
  return query.length > 0 ? `${whole}?${query.join("&")}` : whole;
}

/** Returns the command for a request, with the server and the token in variables of the shell. */
export function curlOf(
  method: string,
  path: string,
  { parameters = [], security }: OperationObject,
  body: unknown,
): string {
  const verb =
    method === "get" || (method === "post" && body !== undefined)
      ? ""
      : `-X ${method.toUpperCase()} `;
  return [
    `curl ${verb}"$OUTLAY${addressOf(path, parameters)}"`,
    ...(security.length > 0 ? [`-H "Authorization: Bearer $TOKEN"`] : []),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`]),
  ].join(" \\\n  ");
}
