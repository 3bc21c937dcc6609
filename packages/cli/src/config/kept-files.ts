interface KeptFiles {
  names: readonly string[];
  folder: "settings" | "data";
  what: string;
}

/** The files on this machine and their folders, for the manual and the table of the README. */
export const keptFiles: readonly KeptFiles[] = [
  { names: ["config.json"], folder: "settings", what: "settings and profiles" },
  {
    names: ["rules.json", "formats.json"],
    folder: "settings",
    what: "rules, and formats of imports",
  },
  { names: ["changes.json"], folder: "settings", what: "changes that `outlay undo` can undo" },
  { names: ["outbox.json"], folder: "settings", what: "expenses that wait for a server" },
  { names: ["credentials.json"], folder: "settings", what: "tokens, readable only by you" },
  { names: ["outlay.json"], folder: "data", what: "expenses and budgets" },
];
