import { open, stat } from "node:fs/promises";
import { errorCode, replaceFile } from "@outlay/files";
import type { Adapter } from "lowdb";
import { DataDamaged } from "../store-errors.ts";
import type { Data } from "./data.ts";

const format = "outlay-1";

/** Records a line each, so that `grep` finds one and `jq` reads all. */
function* lines(data: Data): Generator<string> {
  const { nextIds, ...lists } = data;
  yield `{"format":${JSON.stringify(format)},\n"nextIds":${JSON.stringify(nextIds)}`;
  for (const [name, records] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}:[`;
    let separator = "\n";
    for (const record of records) {
      yield separator + JSON.stringify(record);
      separator = ",\n";
    }
    yield "]";
  }
  yield "}\n";
}

const linesPerWrite = 1000;

/** Joins many short pieces into few writes. */
function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const piece of pieces) {
    if (chunk.push(piece) === linesPerWrite) {
      yield chunk.join("");
      chunk = [];
    }
  }
  yield chunk.join("");
}

const isNextId = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 1;

function isData(value: unknown): value is Data & { format: string } {
  if (typeof value !== "object" || value === null) return false;
  const { users, expenses, budgets, revokedTokens, nextIds } = value as Record<string, unknown>;
  const areLists = [users, expenses, budgets, revokedTokens].every(Array.isArray);
  if (!areLists || typeof nextIds !== "object" || nextIds === null) return false;
  const ids = nextIds as Record<string, unknown>;
  return [ids["users"], ids["expenses"], ids["budgets"]].every(isNextId);
}

function parse(path: string, text: string): Data {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message would quote what stands there, which may be a password's hash.
    throw new DataDamaged(`${path} is not JSON. Nothing was changed; bring back a copy of it.`);
  }
  const found = (value as { format?: unknown } | null)?.format;
  if (found !== format) {
    throw new DataDamaged(
      `${path} has the format ${JSON.stringify(found)}; this version of Outlay reads ${format}.`,
    );
  }
  if (!isData(value)) throw new DataDamaged(`${path} lacks some of its lists or counters.`);
  const { format: _format, ...data } = value;
  return data;
}

/** lowdb's adapter over one file that is always replaced whole and synced. */
export class SnapshotFile implements Adapter<Data> {
  readonly #path: string;
  #version = "";

  constructor(path: string) {
    this.#path = path;
  }

  /** @throws DataDamaged for anything but what was once written here; a missing file is null. */
  async read(): Promise<Data | null> {
    const file = await open(this.#path, "r").catch((error: unknown) => {
      if (errorCode(error) === "ENOENT") return null;
      throw error;
    });
    if (!file) return null;
    try {
      const { ino, mtimeNs, size } = await file.stat({ bigint: true });
      const data = parse(this.#path, await file.readFile("utf8"));
      this.#version = `${ino}:${mtimeNs}:${size}`;
      return data;
    } finally {
      await file.close();
    }
  }

  async write(data: Data): Promise<void> {
    await replaceFile(this.#path, async (file) => {
      for (const chunk of chunks(lines(data))) await file.write(chunk);
    });
    this.#version = await this.#currentVersion();
  }

  /** Whether another process has replaced the file since it was last read or written here. */
  async hasChanged(): Promise<boolean> {
    return (await this.#currentVersion()) !== this.#version;
  }

  async #currentVersion(): Promise<string> {
    try {
      const { ino, mtimeNs, size } = await stat(this.#path, { bigint: true });
      return `${ino}:${mtimeNs}:${size}`;
    } catch (error) {
      if (errorCode(error) === "ENOENT") return "";
      throw error;
    }
  }
}
