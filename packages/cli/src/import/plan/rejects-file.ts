/** The rejected rows as a file of their own, which can be mended and imported. */
import { replaceFile } from "@outlay/files";
import { errorCode } from "@outlay/files";
import { usageError } from "../../errors/cli-error.ts";
import type { Layout } from "../sniff/layout.ts";

const reasonTitle = "Why rejected";

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

export class RejectsFile {
  #lines: string[] = [];

  add(cells: readonly string[], reason: string, layout: Layout): void {
    const { delimiter, columns, headerWidth } = layout;
    const width = Math.max(headerWidth, columns.length);
    const line = (values: readonly string[], last: string) => {
      const padded = Array.from({ length: width }, (_, index) => values[index] ?? "");
      return [...padded, last].map((cell) => quoted(cell, delimiter)).join(delimiter);
    };
    if (this.#lines.length === 0 && headerWidth > 0) {
      this.#lines.push(
        line(
          columns.map(({ name }) => name),
          reasonTitle,
        ),
      );
    }
    this.#lines.push(line(cells, reason));
  }

  /** Whether there was anything to write. @throws CliError usage */
  async write(path: string): Promise<boolean> {
    if (this.#lines.length === 0) return false;
    try {
      await replaceFile(path, (file) => file.writeFile(`${this.#lines.join("\n")}\n`));
    } catch (error) {
      throw usageError(`${path} can't be written (${errorCode(error) ?? String(error)}).`);
    }
    return true;
  }
}
