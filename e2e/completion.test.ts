import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { environment, runProgram } from "./program.ts";
import { type Desk, lineAfterTab, missing, newDesk, offeredByFish } from "./shells.ts";

/** Text in the settings that no shell may execute. */
const odd = "we [x]$(touch ran)`touch ran`";

async function furnishedDesk(): Promise<Desk> {
  const desk = await newDesk();
  const home = join(desk.folder, "home");
  const profiles = { "127.0.0.1:8000": { server: "http://127.0.0.1:8000" }, [odd]: { server: "" } };
  await mkdir(home);
  await writeFile(join(home, "config.json"), JSON.stringify({ version: 1, profiles }));
  await writeFile(join(desk.folder, "a statement.csv"), "");
  return desk;
}

const withBudgets = async ({ folder, env }: Desk): Promise<void> => {
  for (const words of ["400 Kitchen: $(touch ran) -c food", "30 Bus -c transport"]) {
    const args = ["budget", "add", ...words.split(" ")];
    expect(await runProgram("outlay", args, { env, cwd: folder })).toMatchObject({ code: 0 });
  }
};

describe.each(["bash", "zsh"] as const)("the Tab key in %s", (shell) => {
  const reason = missing(shell);
  it.skipIf(reason !== undefined)(
    `completes what is typed${reason === undefined ? "" : ` (not tried: ${reason})`}`,
    async () => {
      const desk = await furnishedDesk();
      const typed = async (line: string) => [line, await lineAfterTab(shell, line, desk)];
      const lines = [
        ["outlay bud", "outlay budget "],
        ["outlay add 12 Lunch -c fo", "outlay add 12 Lunch -c food "],
        ["outlay rules add netflix da", "outlay rules add netflix data "],
        ["outlay list --mon", "outlay list --month "],
        ["outlay list --category=tr", "outlay list --category=transport "],
        ["outlay --profile 127.0.0.1:8", "outlay --profile 127.0.0.1:8000 "],
        ["outlay profile use 12", "outlay profile use 127.0.0.1:8000 "],
        [
          "outlay profile use we",
          String.raw`outlay profile use we\ \[x\]\$\(touch\ ran\)\`touch\ ran\` `,
        ],
        ["outlay budget add 1 -p w", "outlay budget add 1 -p weekly "],
        ["outlay export --format be", "outlay export --format beancount "],
        ["outlay import a", String.raw`outlay import a\ statement.csv `],
      ];
      expect(await Promise.all(lines.map(([line = ""]) => typed(line)))).toEqual(lines);
      await withBudgets(desk);
      expect(await typed("outlay budget rm 1 2")).toEqual([
        "outlay budget rm 1 2",
        "outlay budget rm 1 2 ",
      ]);
      expect(await readdir(desk.folder)).not.toContain("ran");
    },
  );
});

describe("the Tab key in fish", () => {
  const reason = missing("fish");
  it.skipIf(reason !== undefined)(
    `offers matching words with their meanings${reason === undefined ? "" : ` (not tried: ${reason})`}`,
    async () => {
      const desk = await furnishedDesk();
      const offered = (line: string) => offeredByFish(line, desk);
      expect(await offered("outlay bud")).toEqual(["budget\tBudgets: what you mean to spend."]);
      expect(await offered("outlay add 12 Lunch -c fo")).toEqual(["food"]);
      expect(await offered("outlay list --cle")).toEqual([]);
      expect(await offered("outlay edit 1 --cle")).toEqual(["--clear-tags\tno labels"]);
      expect(await offered("outlay list --category=tr")).toEqual(["--category=transport"]);
      expect(await offered("outlay --profile ")).toEqual([
        "127.0.0.1:8000\thttp://127.0.0.1:8000",
        "local\tthe data on this machine",
        odd,
      ]);
      expect(await offered("outlay import a")).toEqual(["a statement.csv"]);
      expect(await offered("outlay serve --data b")).toEqual(["bin/"]);
      await withBudgets(desk);
      expect(await offered("outlay budget edit ")).toEqual([
        "1\t400.00 FOOD MONTHLY: Kitchen: $(touch ran)",
        "2\t30.00 TRANSPORT MONTHLY: Bus",
      ]);
      expect(await readdir(desk.folder)).not.toContain("ran");
    },
  );
});

it("prints nothing and creates nothing if nothing has been set up", async () => {
  const { folder } = await newDesk();
  const home = join(folder, "fresh");
  const env = { ...environment(home), PATH: `${join(folder, "bin")}:${process.env["PATH"]}` };
  const args = ["__complete", "--", "budget", "rm", ""];
  expect(await runProgram("outlay", args, { env })).toEqual({
    code: 0,
    stdout: "words\n",
    stderr: "",
  });
  expect(await readdir(folder)).not.toContain("fresh");
});
