/** What the crash test asks of a server. An answer that has no place in it is an error. */
import type { Expense } from "@outlay/shared";

export type { Expense };

export type ExpenseFields = Pick<Expense, "amount" | "description" | "category" | "date" | "tags">;
export type NewExpense = ExpenseFields & { external_id: string };

/** An expense to record. */
export const lunch: ExpenseFields = {
  amount: 12.5,
  description: "Lunch",
  category: "FOOD",
  date: "2026-11-22",
  tags: [],
};

const json = { "content-type": "application/json" };

async function send(
  request: Request,
  expected: readonly number[],
): Promise<{ status: number; body: unknown }> {
  const { method, url } = request;
  const response = await fetch(request);
  const text = await response.text();
  if (!expected.includes(response.status)) {
    throw new Error(`${method} ${url} was answered with ${response.status}: ${text}`);
  }
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
}

/** Registers a user, and returns the access token. */
export async function register(url: string): Promise<string> {
  const body = JSON.stringify({ username: "ada", password: "correct-Horse-77-battery" });
  const post = (path: string) => new Request(url + path, { method: "POST", headers: json, body });
  await send(post("/register/"), [201]);
  const tokens = await send(post("/api/token/"), [200]);
  return (tokens.body as { access: string }).access;
}

export class Api {
  readonly token: string;
  readonly #url: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.token = token;
  }

  async record(fields: NewExpense): Promise<{ isNew: boolean; expense: Expense }> {
    const { status, body } = await this.#send("POST", "", [200, 201], fields);
    return { isNew: status === 201, expense: body as Expense };
  }

  async edit(id: number, changes: Partial<ExpenseFields>): Promise<Expense> {
    return (await this.#send("PATCH", `${id}/`, [200], changes)).body as Expense;
  }

  /** Returns true if the record was changed. */
  async remove(id: number): Promise<true> {
    await this.#send("DELETE", `${id}/`, [204]);
    return true;
  }

  async restore(id: number): Promise<Expense> {
    return (await this.#send("POST", `${id}/restore/`, [200])).body as Expense;
  }

  /** Returns all expenses, including those in the trash. */
  async list(): Promise<Expense[]> {
    const kept = await this.#send("GET", "", [200]);
    const removed = await this.#send("GET", "?deleted=true", [200]);
    return [...(kept.body as Expense[]), ...(removed.body as Expense[])];
  }

  #send(method: string, path: string, expected: readonly number[], body?: object) {
    const request = new Request(`${this.#url}/expenses/${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body ? json : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return send(request, expected);
  }
}
