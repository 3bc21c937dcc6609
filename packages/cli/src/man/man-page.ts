/** `outlay.1`, generated from the commands and from the tables that the documents use too. */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { keptFiles } from "../config/kept-files.ts";
import { variables } from "../config/variables.ts";
import { exitMeanings } from "../errors/exit-meanings.ts";
import { examplesOf } from "../help/examples.ts";
import { commandSections, exampleEntries, optionEntries } from "./command-sections.ts";
import { description, filesNote, serverAlone, serverSettings } from "./man-texts.ts";
import {
  asIs,
  bold,
  entry,
  escaped,
  italic,
  paragraph,
  prose,
  section,
  text,
  title,
} from "./roff.ts";

interface Edition {
  version: string;
  /** The day it was generated: YYYY-MM-DD. */
  day: string;
  /** The output of `outlay-server --help`. */
  serverHelp: string;
}

const [whatItIs, ...more] = description;

const synopsis = [
  text(`${bold("outlay")} [${italic("options")}] ${italic("command")} [${italic("arguments")}]`),
  ".br",
  `${bold("outlay")} ${italic("command")} ${bold("--help")}`,
  ".br",
  `${bold("outlay-server")} [${bold("user")} ${italic("verb")}]`,
];

const folders = { settings: "~/.config/outlay", data: "~/.local/share/outlay" };

const fileEntries = keptFiles.map(({ names, folder, what }) =>
  entry(names.map((name) => bold(`${folders[folder]}/${name}`)).join(", "), prose(what)),
);

const variableEntries = variables.map(([names, what]) =>
  entry(names.map(bold).join(", "), prose(what)),
);

/** The server's settings; each is named after its option of `outlay serve`. */
function settingsEntry(root: CommandUnknownOpts): string {
  const serve = root.commands.find((command) => command.name() === "serve");
  const names = (serve?.options ?? []).map(
    ({ long }) => `OUTLAY_${(long ?? "").slice(2).toUpperCase().replaceAll("-", "_")}`,
  );
  return entry(names.map(bold).join(", "), prose(serverSettings));
}

const statusEntries = Object.entries(exitMeanings).map(([code, meaning]) =>
  entry(bold(code), prose(meaning)),
);

export function manPage(root: CommandUnknownOpts, { version, day, serverHelp }: Edition): string {
  const parts = [
    title("OUTLAY", day, `outlay ${version}`),
    section("NAME"),
    escaped("outlay, outlay-server - expenses and budgets from the command line"),
    section("SYNOPSIS"),
    ...synopsis,
    section("DESCRIPTION"),
    text(prose(whatItIs)),
    ...more.map((each) => paragraph(prose(each))),
    section("OPTIONS"),
    text("Every command takes these, before or after its name."),
    ...optionEntries(root, root.createHelp().visibleOptions(root)),
    section("COMMANDS"),
    ...commandSections(root),
    section("THE SERVER ALONE"),
    text(prose(serverAlone)),
    asIs(serverHelp),
    section("ENVIRONMENT"),
    text("An option overrides the environment, which overrides the profile."),
    ...variableEntries,
    settingsEntry(root),
    section("FILES"),
    ...fileEntries,
    paragraph(prose(filesNote)),
    section("EXIT STATUS"),
    ...statusEntries,
    section("EXAMPLES"),
    text("More examples are listed with each command."),
    ...exampleEntries(examplesOf(root)),
    section("SEE ALSO"),
    text(["crontab(5)", "hledger(1)", "jq(1)", "ledger(1)"].map(bold).join(", ")),
    paragraph(prose("A server shows its API at `/docs`, and describes it at `/openapi.json`.")),
  ];
  return `${parts.join("\n")}\n`;
}
