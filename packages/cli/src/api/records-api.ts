import * as v from "valibot";
import { orNotFound } from "./or-not-found.ts";
import { readAnswer, requireSuccess } from "./read-answer.ts";
import type { SendAuthorized } from "./session.ts";

/** The records of one kind, as the API gives them. */
export interface RecordsApi<Wire> {
  list(): Promise<Wire[]>;
  /** Those in the trash. */
  listRemoved(): Promise<Wire[]>;
  /** @throws CliError not_found */
  find(id: number): Promise<Wire>;
  create(fields: object): Promise<Wire>;
  /** @throws CliError not_found */
  change(id: number, fields: object): Promise<Wire>;
  /** @throws CliError not_found */
  remove(id: number): Promise<void>;
  /** @throws CliError not_found, for what isn't in the trash */
  restore(id: number): Promise<Wire>;
}

export interface RecordsOptions<Schema extends v.GenericSchema> {
  send: SendAuthorized;
  path: string;
  schema: Schema;
  /** What one is called: `expense`. */
  noun: string;
  /** The command that lists them. */
  listCommand: string;
}

export function recordsApi<Schema extends v.GenericSchema>(
  options: RecordsOptions<Schema>,
): RecordsApi<v.InferOutput<Schema>> {
  const { send, path, schema, noun, listCommand } = options;
  const pathOf = (id: number) => `${path}${id}/`;

  const found = <Result>(
    id: number,
    call: Promise<Result>,
    where = "",
    hint = `See which there are with: ${listCommand}`,
  ): Promise<Result> => orNotFound(call, `There is no ${noun} ${id}${where}.`, hint);

  const read = async (request: Parameters<SendAuthorized>[0]) =>
    readAnswer(await send(request), schema);

  const readList = async (listPath: string) =>
    readAnswer(await send({ method: "GET", path: listPath, isRepeatable: true }), v.array(schema));

  return {
    list: () => readList(path),
    listRemoved: () => readList(`${path}?deleted=true`),
    find: (id) => found(id, read({ method: "GET", path: pathOf(id), isRepeatable: true })),
    create: (fields) =>
      read({
        method: "POST",
        path,
        body: fields,
        // The server knows a create that it has seen before by the client's own id.
        isRepeatable: "external_id" in fields,
      }),
    change: (id, body) =>
      found(id, read({ method: "PATCH", path: pathOf(id), body, isRepeatable: false })),
    remove: (id) =>
      found(
        id,
        send({ method: "DELETE", path: pathOf(id), isRepeatable: false }).then(requireSuccess),
      ),
    restore: (id) =>
      found(
        id,
        read({ method: "POST", path: `${pathOf(id)}restore/`, isRepeatable: false }),
        " in the trash",
        `See what is there with: ${listCommand} --deleted`,
      ),
  };
}
