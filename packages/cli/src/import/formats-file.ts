import * as v from "valibot";
import { privateJsonFile } from "../config/private-json-file.ts";
import { CliError } from "../errors/cli-error.ts";
import { savedFormat, type SavedFormat } from "@outlay/import";

const formatList = v.object({ version: v.literal(1), formats: v.array(savedFormat) });

/** `formats.json`: how the user's banks write their files. Each method rejects as `PrivateJsonFile` does. */
export interface FormatsFile {
  read(): Promise<SavedFormat[]>;
  /** Adds a format, or replaces the one of the same name. */
  put(format: SavedFormat): Promise<void>;
  /** @throws CliError not_found */
  remove(name: string): Promise<void>;
}

export const noFormat = (name: string): CliError =>
  new CliError("not_found", `There is no format "${name}".`, {
    hint: "List the saved formats with: outlay import formats",
  });

export function formatsFile(folder: string): FormatsFile {
  const file = privateJsonFile(folder, "formats", formatList, { version: 1, formats: [] });
  return {
    read: async () => (await file.read()).formats,
    put: (format) =>
      file.update(({ version, formats }) => ({
        version,
        formats: [...formats.filter(({ name }) => name !== format.name), format],
      })),
    remove: (name) =>
      file.update(({ version, formats }) => {
        if (!formats.some((format) => format.name === name)) throw noFormat(name);
        return { version, formats: formats.filter((format) => format.name !== name) };
      }),
  };
}
