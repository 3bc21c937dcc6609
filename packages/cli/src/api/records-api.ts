import { maxPageSize, totalCountHeader } from "@outlay/shared";
import * as v from "valibot";
import { type ApiAnswer, type ApiRequest, headerOf } from "../backend/backend.ts";
import { orNotFound } from "./or-not-found.ts";
import { readAnswer, requireSuccess } from "./read-answer.ts";
import { withUncertainOutcome } from "./with-uncertain-outcome.ts";
import { notOurs } from "./refusal.ts";
import type { SendAuthorized } from "./session.ts";

/** The records of one kind, as the API returns them. */
export interface RecordsApi<Wire> {
  /** @param parameters filter the records; all are returned if it is left out */
  list(parameters?: URLSearchParams): Promise<Wire[]>;
  /** Yields at least the first so many records of a list, page by page. */
  pages(parameters: URLSearchParams, count: number): AsyncGenerator<Page<Wire>>;
  /** Returns the records in the trash. */
  listRemoved(): Promise<Wire[]>;
  /** @throws CliError not_found */
  find(id: number): Promise<Wire>;
  create(fields: object): Promise<Wire>;
  /** @throws CliError not_found */
  change(id: number, fields: object): Promise<Wire>;
  /** @throws CliError not_found */
  remove(id: number): Promise<void>;
  /** @throws CliError not_found if the record isn't in the trash */
  restore(id: number): Promise<Wire>;
}

interface Page<Wire> {
  records: Wire[];
  /** The total number of records, across all pages. */
  total: number;
}

export interface RecordsOptions<Schema extends v.GenericSchema> {
  send: SendAuthorized;
  path: string;
  schema: Schema;
  /** The singular noun: `expense`. */
  noun: string;
  /** The command that lists these records. */
  listCommand: string;
  /** The parameters with which a list has records of every kind. */
  everything?: Record<string, string>;
  /** Called with the body of each record that was created or changed, the server's answer, and the record in it. */
  check?: (sent: object, answer: ApiAnswer, record: v.InferOutput<Schema>) => void;
}

/**
 * Returns the path of the list's next page from an answer's Link header.
 * @throws CliError unexpected_answer if it leads elsewhere, because the token is sent there
 */
function nextPath(answer: ApiAnswer, path: string): string | undefined {
  const [, next] = /<([^>]*)>;\s*rel="next"/.exec(headerOf(answer, "link") ?? "") ?? [];
  if (next === undefined || next.startsWith(`${path}?`)) return next;
  throw notOurs(answer);
}

interface AnsweredPage<Item> {
  answer: ApiAnswer;
  page: { records: Item[]; total: number };
}

/** Fetches one page after another until there are as many records as wanted. */
async function* pagesOf<Item>(
  path: string,
  readPage: (pagePath: string) => Promise<AnsweredPage<Item>>,
  parameters: URLSearchParams,
  count: number,
) {
  const first = new URLSearchParams(parameters);
  first.set("limit", String(Math.min(count, maxPageSize)));
  let missing = count;
  let next: string | undefined = `${path}?${first.toString()}`;
  while (next !== undefined) {
    const { answer, page }: AnsweredPage<Item> = await readPage(next);
    yield { ...page, records: page.records.slice(0, missing) };
    missing -= page.records.length;
    next = missing > 0 ? nextPath(answer, path) : undefined;
  }
}

/** Returns functions that send changes. A malformed answer to a change leaves it open whether the change was made. */
function changing<Schema extends v.GenericSchema>({
  send,
  schema,
  listCommand,
  check,
}: RecordsOptions<Schema>) {
  const change = async <Result>(
    request: ApiRequest,
    readChange: (answer: ApiAnswer) => Result,
  ): Promise<Result> => {
    const answer = await send(request);
    try {
      return readChange(answer);
    } catch (error) {
      throw withUncertainOutcome(error, answer, `Check before you try again: ${listCommand}`);
    }
  };
  const changed = (request: ApiRequest) => change(request, (answer) => readAnswer(answer, schema));
  const changedTo = async (body: object, request: ApiRequest) => {
    const { answer, record } = await change({ ...request, body }, (given) => ({
      answer: given,
      record: readAnswer(given, schema),
    }));
    check?.(body, answer, record);
    return record;
  };
  return { change, changed, changedTo };
}

export function recordsApi<Schema extends v.GenericSchema>(
  options: RecordsOptions<Schema>,
): RecordsApi<v.InferOutput<Schema>> {
  const { send, path, schema, noun, listCommand, everything } = options;
  const pathOf = (id: number) => `${path}${id}/`;

  const found = <Result>(
    id: number,
    call: Promise<Result>,
    where = "",
    hint = `List them with: ${listCommand}`,
  ): Promise<Result> => orNotFound(call, `There is no ${noun} ${id}${where}.`, hint);

  const read = async (request: ApiRequest) => readAnswer(await send(request), schema);
  const { change, changed, changedTo } = changing(options);

  const readPage = async (pagePath: string) => {
    const answer = await send({ method: "GET", path: pagePath, isRepeatable: true });
    const records = readAnswer(answer, v.array(schema));
    return { answer, page: { records, total: Number(headerOf(answer, totalCountHeader)) } };
  };

  const readList = async (listPath: string) => (await readPage(listPath)).page.records;

  return {
    list: (parameters) => readList(parameters ? `${path}?${parameters.toString()}` : path),
    pages: (parameters, count) => pagesOf(path, readPage, parameters, count),
    listRemoved: () =>
      readList(`${path}?${new URLSearchParams({ deleted: "true", ...everything }).toString()}`),
    find: (id) => found(id, read({ method: "GET", path: pathOf(id), isRepeatable: true })),
    create: (fields) =>
      changedTo(fields, {
        method: "POST",
        path,
        // The server recognises a repeated create by the client's own id.
        isRepeatable: "external_id" in fields,
      }),
    change: (id, body) =>
      found(id, changedTo(body, { method: "PATCH", path: pathOf(id), isRepeatable: false })),
    remove: (id) =>
      found(
        id,
        change({ method: "DELETE", path: pathOf(id), isRepeatable: false }, requireSuccess),
      ),
    restore: (id) =>
      found(
        id,
        changed({ method: "POST", path: `${pathOf(id)}restore/`, isRepeatable: false }),
        " in the trash",
        `List the trash with: ${listCommand} --deleted`,
      ),
  };
}
