/** The rejected rows as a file of their own, which can be mended and imported. */
import { type NewFile, writeNewFile } from "../new-file.ts";
import type { FileTable } from "./open-rows.ts";

const reasonTitle = "Why rejected";

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

export class RejectsFile {
  #lines: string[] = [];

  /** @param table undefined for a file of lines */
  add(cells: readonly string[], reason: string, table: FileTable | undefined): void {
    if (!table) {
      this.#lines.push(cells.join(""));
      return;
    }
    const { delimiter, names } = table;
    const line = (values: readonly string[], last: string) => {
      const padded = names.map((_, index) => values[index] ?? "");
      return [...padded, last].map((cell) => quoted(cell, delimiter)).join(delimiter);
    };
    if (this.#lines.length === 0 && names.some((name) => name !== "")) {
      this.#lines.push(line(names, reasonTitle));
    }
    this.#lines.push(line(cells, reason));
  }

  /** Whether there was anything to write. @throws CliError usage, storage_full */
  async write(file: NewFile): Promise<boolean> {
    if (this.#lines.length === 0) return false;
    await writeNewFile(file, (handle) => handle.writeFile(`${this.#lines.join("\n")}\n`));
    return true;
  }
}
