import { describe, expect, it } from "vitest";
import { columnWidth } from "../../terminal/column-width.ts";
import { testCli } from "../../testing/test-cli.ts";

const esc = "\u001B";
/** Colours made readable. */
const tagged = (text: string) =>
  text
    .replaceAll(`${esc}[1m`, "<bold>")
    .replaceAll(`${esc}[2m`, "<dim>")
    .replaceAll(`${esc}[36m`, "<cyan>")
    .replaceAll(new RegExp(`${esc}\\[(22|39)m`, "g"), "</>");

async function household() {
  const type = await testCli(new Date(2026, 10, 22, 12));
  for (const line of [
    "add 230 Groceries -c food -d 2026-11-03 -t home",
    "add 92.50 夕食 -c food -d 2026-11-09 -t 晩ごはん work",
    "add 50 Phone -c data -d 2026-11-05",
    "add 20.05 Taxi -c transport -d 2026-11-10 -t cine\u0301ma",
    "add 315.20 Groceries -c food -d 2026-10-07 -t home",
    "add 99 Chair -c misc -d 2026-10-31 -t home",
    "add 1,300 Coat -c misc -d 2026-02-01",
    "add 12,000 Course -c misc -d 2025-03-01 -t work",
  ]) {
    expect((await type(line)).err).toBe("");
  }
  return type;
}

describe("outlay report", () => {
  it.each([40, 80, 200, undefined])("in %s columns", async (columns) => {
    const type = await household();
    for (const line of [
      "report",
      "report --by tag",
      "report --by month",
      "report --by week --month last",
      "report --all",
      "report --from 2026-11-03 --to 2026-11-05 --by day",
      "report --month 2024-01 -c food",
    ]) {
      const plain = await type(line, {
        ...(columns !== undefined && { columns }),
        env: { NO_COLOR: "1" },
      });
      expect({ line, ...plain }).toMatchObject({ code: 0, err: "" });
      expect(`$ outlay ${line}\n${plain.out}`).toMatchSnapshot();
      for (const shown of plain.out.split("\n")) {
        expect(columnWidth(shown)).toBeLessThanOrEqual(columns ?? 80);
      }
    }
  });

  it.each([40, 80, 200])("with colours in %s columns, and else the same", async (columns) => {
    const type = await household();
    const { out } = await type("report --by tag", { columns });
    expect(tagged(out)).toMatchSnapshot();
    const plain = await type("--no-color report --by tag", { columns });
    expect(tagged(out).replaceAll(/<[^>]*>/g, "")).toBe(plain.out);
  });

  it("has no colours in a pipe", async () => {
    const type = await household();
    expect((await type("report")).out).not.toContain(esc);
  });

  it("is the API's own answer with --json", async () => {
    const type = await household();
    expect((await type("report --year 2025 --by year -t work --json")).out).toBe(
      '{"from":"2025-01-01","to":"2025-12-31","by":"year","total":12000,"count":1,' +
        '"groups":[{"key":"2025","total":12000,"count":1}],' +
        '"unconverted":[],"income":null,"left":null,"income_unconverted":[]}\n',
    );
  });

  it("refuses days that are said twice, and what it can't group by", async () => {
    const type = await testCli(new Date(2026, 10, 22, 12));
    expect(await type("report --all --month last")).toMatchObject({
      code: 2,
      err: "outlay: The days are given twice.\nLeave out --all, or the other days.\n",
    });
    expect(await type("report --by size")).toMatchObject({ code: 2 });
    expect(await type("report --by day --from 0001-01-01 --to 9999-12-31")).toMatchObject({
      code: 6,
    });
  });
});
