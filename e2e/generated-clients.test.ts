/**
 * Clients generated from the API's description. Run by the script `test:clients`, which fetches the
 * generators.
 */
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { describedApi } from "../packages/server/src/testing/answers/described-by-server.ts";
import { newFolder, root, runProgram } from "./program.ts";

const programs = join(root, "e2e/generators/node_modules");

const tsconfig = {
  compilerOptions: {
    strict: true,
    noUncheckedIndexedAccess: true,
    target: "es2022",
    lib: ["es2022", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    skipLibCheck: true,
    types: [],
    outDir: "made",
  },
  include: ["client", "use.ts"],
};

/** A folder with the description, from which the generators can be run. */
async function workshop() {
  const folder = await newFolder();
  await mkdir(join(folder, "client"));
  await symlink(programs, join(folder, "node_modules"));
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write("package.json", `{ "type": "module" }`);
  await write("openapi.json", JSON.stringify(describedApi));
  await write("tsconfig.json", JSON.stringify(tsconfig));
  const runPath = async (path: string, args: string[]) => {
    const env = { ...process.env, CI: "1" };
    const { code, stdout, stderr } = await runProgram(path, args, { cwd: folder, env });
    return { code, said: stdout + stderr };
  };
  const run = (program: string, ...args: string[]) =>
    runPath(join(programs, ".bin", program), args);
  /** Selects among several versions of a package whose programs have the same name. */
  const runScript = (script: string, ...args: string[]) =>
    runPath(process.execPath, [join(programs, script), ...args]);
  return { folder, write, run, runScript };
}

const isDone = { code: 0 };

/** The settings that tell orval which client to generate. */
const orvalFor = (client: string) => ({
  input: { target: "./openapi.json" },
  output: { target: `./client/${client}.ts`, client, mode: "single" },
});

describe.runIf(process.env["OUTLAY_LONG_TESTS"])("a client generated from the description", () => {
  it("by @hey-api/openapi-ts compiles", async () => {
    const { write, run } = await workshop();
    const made = await run("openapi-ts", "-i", "./openapi.json", "-o", "client", "--no-log-file");
    expect(made, made.said).toMatchObject(isDone);
    await write(
      "use.ts",
      `import { createImport, listExpenses, type Expense, type Options } from "./client/index";
      export const options: Options = { meta: {} };
      export async function use(): Promise<Expense[]> {
        const { data } = await listExpenses({ query: { category: ["FOOD", "DATA"], limit: 10 } });
        const expenses = [{ amount: "1.50", description: "Lunch", category: "FOOD" as const }];
        const { error } = await createImport({ body: { source: "bank.csv", expenses } });
        if (error && "expenses" in error) return [];
        return data ?? [];
      }`,
    );
    expect(await run("tsc")).toEqual({ code: 0, said: "" });
  });

  it.each([
    ["orval", "orval/dist/bin/orval.mjs", "CreateExpenseBody"],
    // This generator's types are stricter.
    ["orval 7", "orval-7/dist/bin/orval.js", "createExpenseBody"],
  ])("by %s compiles, and sends lists item by item", async (_, script, bodyName) => {
    const { folder, write, run, runScript } = await workshop();
    const config = JSON.stringify({ fetch: orvalFor("fetch"), zod: orvalFor("zod") });
    await write("orval.config.mjs", `export default ${config};`);
    const made = await runScript(script, "--config", "orval.config.mjs");
    expect(made, made.said).toMatchObject(isDone);
    await write(
      "use.ts",
      `import { getListExpensesUrl, type ImportFaults } from "./client/fetch";
      import { ${bodyName} } from "./client/zod";
      export const url = getListExpensesUrl({ category: ["FOOD", "DATA"], limit: 10 });
      export const faults: ImportFaults = { expenses: [{}], source: ["Wrong."] };
      export const body = ${bodyName}.parse({ amount: 1, description: "a", category: "FOOD" });`,
    );
    expect(await run("tsc")).toEqual({ code: 0, said: "" });
    const client = pathToFileURL(join(folder, "made/client/fetch.js")).href;
    const { getListExpensesUrl } = (await import(client)) as {
      getListExpensesUrl: (query: object) => string;
    };
    expect(getListExpensesUrl({ category: ["FOOD", "DATA"], limit: 10 })).toBe(
      "/expenses/?category=FOOD&category=DATA&limit=10",
    );
  });

  it("by openapi-typescript compiles, with writable faults of an import", async () => {
    const { write, run } = await workshop();
    const made = await run("openapi-typescript", "./openapi.json", "-o", "client/schema.ts");
    expect(made, made.said).toMatchObject(isDone);
    await write(
      "use.ts",
      `import type { components, paths } from "./client/schema";
      export const faults: components["schemas"]["ImportFaults"] = {
        expenses: [{}, { amount: ["Wrong."] }],
        source: ["Wrong."],
      };
      export const query: paths["/expenses/"]["get"]["parameters"]["query"] = { tag: ["a", "b"] };`,
    );
    expect(await run("tsc")).toEqual({ code: 0, said: "" });
  });
});

describe.runIf(process.env["OUTLAY_LONG_TESTS"])("the description", () => {
  it("passes Redocly", async () => {
    const { write, run } = await workshop();
    await write(
      "redocly.yaml",
      // Paths end in a slash like those of the recorded application; the answers to other methods and paths
      // are in an extension, where Redocly doesn't look for references.
      `extends: [recommended]
rules:
  no-path-trailing-slash: off
  no-unused-components: off
`,
    );
    const { code, said } = await run("redocly", "lint", "openapi.json", "--max-problems", "20");
    expect(said).toContain("Your API description is valid");
    expect(said).not.toMatch(/with \d+ (error|warning)/);
    expect(code).toBe(0);
  });

  it("passes Spectral", async () => {
    const { write, run } = await workshop();
    await write(
      ".spectral.yaml",
      // Paths end in a slash. OpenAPI 3.1 permits roles beside bearer tokens, which aren't listed anywhere. A
      // contact doesn't make sense for every server.
      `extends: ["spectral:oas"]
rules:
  path-keys-no-trailing-slash: off
  oas3-operation-security-defined: off
  info-contact: off
`,
    );
    const args = ["lint", "openapi.json", "-r", ".spectral.yaml", "--fail-severity", "hint"];
    const { code, said } = await run("spectral", ...args);
    expect(said).toContain("No results with a severity of 'hint' or higher found!");
    expect(code).toBe(0);
  });
});
