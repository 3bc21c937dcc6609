interface KeptFiles {
  names: readonly string[];
  folder: "settings" | "data";
  what: string;
}

/** What lies on this machine, and where: the manual, and the table of the README. */
export const keptFiles: readonly KeptFiles[] = [
  { names: ["config.json"], folder: "settings", what: "settings and profiles" },
  {
    names: ["rules.json", "formats.json"],
    folder: "settings",
    what: "rules, and formats of imports",
  },
  { names: ["changes.json"], folder: "settings", what: "what `outlay undo` takes back" },
  { names: ["outbox.json"], folder: "settings", what: "what waits for a server" },
  { names: ["credentials.json"], folder: "settings", what: "tokens, readable by you alone" },
  { names: ["outlay.json"], folder: "data", what: "expenses and budgets" },
];
