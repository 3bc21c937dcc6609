import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, type CommandUnknownOpts } from "@commander-js/extra-typings";
import { describe, expect, it } from "vitest";
import { pathOf } from "../program/named-command.ts";
import { programOf } from "../testing/type-line.ts";
import { commandsBelow } from "./command-sections.ts";
import { manPage } from "./man-page.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

const edition = {
  version: "1.2.3",
  day: "2026-11-22",
  serverHelp: "Usage: outlay-server\n  .dots",
};

const pageOf = async () => manPage(await programOf("/nowhere"), edition);

/** Runs a program that renders manuals, if it is installed; returns its warnings and output. */
function reader(command: string, ...args: string[]) {
  const isHere = spawnSync(command, ["--version"]).error === undefined;
  return {
    name: isHere ? command : `${command}, which isn't installed`,
    isHere,
    read(page: string, ...more: string[]) {
      const given = [...args, ...more];
      const { stdout, stderr } = spawnSync(command, given, { input: page, encoding: "utf8" });
      return { stdout, stderr };
    },
  };
}

const groff = reader("groff", "-man", "-ww", "-P-cbou", "-rLL=78n");
const mandoc = reader("mandoc", "-T", "lint");

/** Renders the page as on a terminal, with very long lines. */
const shown = (page: string) => groff.read(page, "-Tutf8").stdout.replaceAll(/\s+/g, " ");

const everyCommand = (command: CommandUnknownOpts): CommandUnknownOpts[] =>
  commandsBelow(command).flatMap((child) => [child, ...everyCommand(child)]);

/** A line of roff as groff reads it. */
const plain = (line: string) =>
  line
    .replaceAll(/\\f[BIR]|\\&/g, "")
    .replaceAll("\\-", "-")
    .replaceAll("\\(aq", "'")
    .replaceAll("\\(dq", '"');

describe("the manual", () => {
  it("has every command, with its arguments, options and their descriptions", async () => {
    const program = await programOf("/nowhere");
    const page = plain(manPage(program, edition)).replaceAll(/\s+/g, " ");
    const commands = everyCommand(program);
    expect(commands.length).toBeGreaterThan(50);
    const wanted = commands.flatMap((command) => [
      pathOf(command),
      command.description(),
      ...command.registeredArguments.map(({ description }) => description),
      ...command.options.map(
        ({ flags, description }) => `${flags.replaceAll(/[<>]/g, "")} ${description}`,
      ),
    ]);
    expect(wanted.filter((text) => !page.includes(text.replaceAll("…", "...")))).toEqual([]);
  });

  it("has every option under its own command", async () => {
    const program = await programOf("/nowhere");
    const sections = plain(manPage(program, edition)).split("\n.SS ");
    const lacking = everyCommand(program)
      // The noun's commands are the same as those without it.
      .filter((command) => !pathOf(command).startsWith("outlay expense "))
      .flatMap((command) => {
        const own =
          sections.find((text) => new RegExp(`^"${pathOf(command)}["\\s]`).test(text)) ?? "";
        return command.options
          .filter(({ flags }) => !own.includes(`.TP\n${flags.replaceAll(/[<>]/g, "")}\n`))
          .map(({ flags }) => `${pathOf(command)} ${flags}`);
      });
    expect(lacking).toEqual([]);
  });

  it("has the options of all commands", async () => {
    const program = await programOf("/nowhere");
    const page = plain(manPage(program, edition));
    for (const { flags } of program.options) {
      expect(page).toContain(`.TP\n${flags.replaceAll(/[<>]/g, "")}\n`);
    }
  });

  it("has every variable that the programs read", async () => {
    const page = plain(await pageOf());
    const names = ["cli", "server", "files"].flatMap((name) => {
      const folder = join(root, "packages", name, "src");
      return readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((path) => /\.[jt]s$/.test(path) && !/\.test\.ts$|testing\//.test(path))
        .flatMap(
          (path) => readFileSync(join(folder, path), "utf8").match(/"OUTLAY_[A-Z_]+"/g) ?? [],
        )
        .map((quoted) => quoted.slice(1, -1));
    });
    expect(new Set(names).size).toBeGreaterThan(15);
    expect(names.filter((name) => !page.includes(name))).toEqual([]);
  });

  it("has lines that are text, or macros of its own", async () => {
    const lines = (await pageOf()).split("\n");
    const macros = lines.filter((line) => /^[.']/.test(line));
    expect(macros.length).toBeGreaterThan(300);
    expect(
      macros.filter((line) => !/^\.(TP|PP|br|nh|nf|fi|PD|PD 0|ad l|(TH|SH|SS) ".*")$/.test(line)),
    ).toEqual([]);
    expect(lines.filter((line) => /[^ -~]/.test(line))).toEqual([]);
  });

  it.skipIf(!groff.isHere).each(["utf8", "ascii"])(
    `is shown on a terminal of %s without a complaint by ${groff.name}`,
    async (device) => {
      const { stdout, stderr } = groff.read(await pageOf(), `-T${device}`);
      expect(stderr).toBe("");
      expect(stdout).toContain('"22 nov"');
      expect(stdout.split("\n").filter((line) => line.length > 78)).toEqual([]);
      // The spaces between sentences may differ.
      expect(stdout).not.toMatch(/[.!?] {2}[A-Z]/);
    },
  );

  it.skipIf(!mandoc.isHere)(`is shown without a complaint by ${mandoc.name}`, async () => {
    expect(mandoc.read(await pageOf())).toEqual({ stdout: "", stderr: "" });
  });

  it.skipIf(!groff.isHere)("shows any text in a description", () => {
    const odd = [
      ".TH is no macro",
      "'br is none either",
      "back\\slash \\fB and \\n",
      "a-b --c ^~`\"'é and so on...",
      `${"long ".repeat(15)}.dots in the next line`,
    ];
    const program = new Command("outlay");
    for (const text of odd) program.command(`x${odd.indexOf(text)}`).description(text);
    const page = shown(manPage(program, edition));
    for (const text of odd) expect(page).toContain(text);
    expect(page).toContain("Usage: outlay-server .dots");
  });
});
