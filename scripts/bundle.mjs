// How TypeScript becomes what Node runs: the programs, and the benchmarks.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// koa builds two tables of the thousand media types in mime-db at each start, which takes a tenth of the time
// of `outlay list`. This list has only the types that the server uses and koa names.
const mediaTypes = `${root}scripts/media-types.json`;

/**
 * Stand-ins for modules that packages require but Outlay never uses, keyed by the requiring folder. All of
 * their code would otherwise be parsed, and most of it run, before a command over its own data does anything.
 */
const standIns = [
  {
    // Checks whether Node is newer than 16.9, which it always is.
    asked: "semver",
    by: "jsonwebtoken/lib",
    contents: "exports.satisfies = () => true;",
  },
  {
    // Used for forms, which the server parses itself.
    asked: "qs",
    by: "co-body/lib",
    contents: "",
  },
  {
    // The tables of all encodings; bodies are always read as UTF-8.
    asked: "../encodings",
    by: "iconv-lite/lib",
    contents: 'module.exports = require("../encodings/internal.js");',
  },
];

const withStandIns = {
  name: "stand-ins",
  setup({ onResolve, onLoad }) {
    for (const { asked, by, contents } of standIns) {
      onResolve({ filter: /^/ }, ({ path, resolveDir }) => {
        const isAsked =
          path === asked && resolveDir.replaceAll(sep, "/").endsWith(`/node_modules/${by}`);
        // One stand-in for each version of the package, under a path that isn't taken for the package's own
        // code.
        const place = relative(root, resolveDir).replaceAll("node_modules", "instead");
        const pluginData = { contents, resolveDir };
        return isAsked ? { path: `${place}/${asked}`, namespace: "outlay", pluginData } : undefined;
      });
    }
    onLoad({ filter: /^/, namespace: "outlay" }, ({ pluginData }) => pluginData);
  },
};

const importer = `${root}packages/import/src`;

/** The file behind the importer's door that each thing comes from. */
async function filesBehindDoor() {
  const door = await readFile(`${importer}/index.ts`, "utf8");
  const exported = [...door.matchAll(/export \{([^}]*)\} from "([^"]+)"/g)];
  return new Map(
    exported.flatMap(([, names, file]) =>
      names.split(",").map((name) => [name.trim(), resolve(importer, file)]),
    ),
  );
}

/**
 * Imports from the importer's door, as imports from the files behind it. esbuild cuts what is shared by files, and the
 * door's leads to all of them: a command that takes one thing through it would load the whole importer.
 */
const behindDoor = {
  name: "behind-door",
  setup({ onLoad }) {
    const found = filesBehindDoor();
    onLoad({ filter: /packages[\\/]cli[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const files = await found;
      const text = await readFile(path, "utf8");
      const contents = text.replace(/import \{([^}]*)\} from "@outlay\/import";/g, (_, names) =>
        names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type "))
          .map((name) => `import { ${name} } from ${JSON.stringify(files.get(name))};`)
          .join(" "),
      );
      return { contents, loader: "ts" };
    });
  },
};

const common = {
  platform: "node",
  target: "node20.18",
  minifyWhitespace: true,
  minifySyntax: true,
  logLevel: "warning",
};

/**
 * Bundles entry points into CommonJS files that share common code. Node loads CommonJS a tenth faster than ES
 * modules, which are all that esbuild can split. Returns the sources of each file.
 * @param {{ entryPoints: { in: string, out: string }[], outdir: string }} options entry points relative to
 * the root, and their names in the folder, without `.cjs`
 */
export async function bundle({ entryPoints, outdir }) {
  const { metafile, outputFiles } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints,
    outdir,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    alias: { "mime-db": mediaTypes },
    loader: { ".txt": "text" },
    plugins: [withStandIns, behindDoor],
    metafile: true,
    write: false,
  });
  await mkdir(resolve(root, outdir), { recursive: true });
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        ...common,
        format: "cjs",
        define: { "import.meta.dirname": "__dirname" },
        supported: { "dynamic-import": false },
        // Plain values instead of getters, which every use of an import would call: exports never change once
        // their file has run.
        footer:
          'module.exports=Object.defineProperty({...module.exports},"__esModule",{value:true});',
      });
      await writeFile(path, code);
    }),
  );
  return metafile;
}
