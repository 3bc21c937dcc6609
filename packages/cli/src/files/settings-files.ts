import type { Cli } from "../cli.ts";
import type { SettingsFile } from "../config/keep-private.ts";
import { outboxFile } from "../outbox/outbox-file.ts";
import { changesFile } from "../undo/changes-file.ts";

const nobody = { server: "", user: "" };

/** All files in the settings folder, with a check for whether each is Outlay's own. */
export const settingsFiles = (cli: Cli, folder = cli.configFolder): SettingsFile[] => [
  { name: "config.json", check: () => cli.config.read() },
  { name: "credentials.json", check: () => cli.credentials.check() },
  { name: "rules.json", check: () => cli.rules.read() },
  {
    name: "formats.json",
    // Few commands need what a format is, and this check hardly ever runs.
    check: async () => (await import("../import/formats-file.ts")).formatsFile(folder).read(),
  },
  { name: "changes.json", check: () => changesFile(folder).of(nobody) },
  { name: "outbox.json", check: () => outboxFile(folder).all() },
];
