import type { FileHandle } from "node:fs/promises";
import { type ExpenseKind, expenseKinds } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { RecordsApi } from "../../api/records-api.ts";
import type { Cli } from "../../cli.ts";
import type { ExportFormat } from "../../export/export-format.ts";
import { exportText } from "../../export/export-text.ts";
import { printableLines } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";

type Pages = ReturnType<RecordsApi<Expense>["pages"]>;

/** Writes expenses as they arrive. */
export class Exporting {
  readonly #cli: Cli;
  readonly #format: ExportFormat;
  readonly #named: (expense: Expense) => Expense;
  count = 0;
  readonly counts: Partial<Record<ExpenseKind, number>> = {};

  /** @param named returns an expense as it is written, for instance with the name of its currency */
  constructor(cli: Cli, format: ExportFormat, named: (expense: Expense) => Expense) {
    this.#cli = cli;
    this.#format = format;
    this.#named = named;
  }

  /**
   * Writes to stdout unchanged, except on a terminal, where characters in a description must have no effect.
   */
  async toStdout(pages: Pages): Promise<void> {
    const { io } = this.#cli;
    for await (const text of this.#text(pages, () => undefined)) {
      io.out(io.isTerminal ? printableLines(text) : text);
      if (!(await io.drained())) return;
    }
  }

  async toFile(pages: Pages, file: FileHandle): Promise<void> {
    const { io, globals } = this.#cli;
    const progress = progressOn(io, !globals.quiet && !globals.json);
    try {
      const show = (total: number) => progress.show("Exporting", this.count / total);
      for await (const text of this.#text(pages, show)) await file.writeFile(text);
    } finally {
      progress.end();
    }
  }

  #text(pages: Pages, onTotal: (total: number) => void): AsyncGenerator<string> {
    let total = 0;
    const named = this.#named;
    const countKinds = (records: readonly Expense[]) => {
      for (const { kind } of records) {
        // A kind that this client doesn't know is counted with expenses.
        const known = expenseKinds.find((each) => each === kind) ?? "EXPENSE";
        this.counts[known] = (this.counts[known] ?? 0) + 1;
      }
    };
    async function* pieces() {
      for await (const page of pages) {
        total = page.total;
        countKinds(page.records);
        yield page.records.map(named);
      }
    }
    return exportText(pieces(), this.#format, (count) => {
      this.count = count;
      onTotal(total);
    });
  }
}
