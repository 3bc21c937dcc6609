import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../testing/type-line.ts";

const giro = "Date,Payee,Amount\n2026-11-03,Kiosk Nord,-4.20\n";

async function machine() {
  const home = await newFolder();
  let minute = 0;
  const type = async (line: string, env: Record<string, string> = {}) => {
    minute += 1;
    const now = new Date(Date.UTC(2026, 10, 22, 12, minute));
    return (await typeLine(home, line.split(" "), { env, now })).stdout;
  };
  const file = join(home, "giro.csv");
  await writeFile(file, giro);
  return { type, file };
}

describe("the category that a merchant had before", () => {
  it("isn't lost to a script that imports without knowing it", async () => {
    const { type, file } = await machine();
    await type("add 3 Kiosk Nord -c food");
    const key = await type("key create cron --scope import");
    expect(await type(`import ${file}`, { OUTLAY_TOKEN: key.trim() })).toContain("miscellaneous");
    expect(await type("add 5 Kiosk Nord")).toContain("FOOD");
    await writeFile(file, giro.replace("-03", "-04"));
    await type(`import ${file}`);
    expect(await type("list --json")).toMatch(/"category":"FOOD","date":"2026-11-04"/);
  });

  it("is gone once the user has called the merchant miscellaneous, by hand or in an import", async () => {
    const { type, file } = await machine();
    await type("add 3 Kiosk Nord -c food");
    await type("add 3 Kiosk Nord -c misc");
    expect(await type("add 5 Kiosk Nord")).toBe("");
    await type("add 3 Kiosk Nord -c food");
    await type(`import ${file}`);
    await type("edit 4 --category misc");
    expect(await type("add 5 Kiosk Nord")).toBe("");
  });
});
