// How TypeScript becomes what Node runs: the programs, and the benchmarks.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));

// koa makes two tables of the thousand media types that mime-db lists each time it is loaded, which takes a tenth
// of what `outlay list` takes. These are those that the server speaks and those that koa names by itself.
const mediaTypes = `${root}scripts/media-types.json`;

/**
 * What packages ask for and Outlay never uses, in the folder that asks, with what stands in for it. All of it would be
 * parsed, and most of it run, before a command over its own data does anything.
 */
const standIns = [
  {
    // For subcommands that are programs of their own, which none of Outlay's is; all of Node's network is behind it.
    asked: "node:child_process",
    by: "commander/lib",
    contents: "module.exports = {};",
  },
  {
    // Whether Node is newer than 16.9, which it is.
    asked: "semver",
    by: "jsonwebtoken/lib",
    contents: "exports.satisfies = () => true;",
  },
  {
    // For forms, which the server reads by itself.
    asked: "qs",
    by: "co-body/lib",
    contents: "",
  },
  {
    // The tables of all encodings. Whatever a request says, its body is read as UTF-8.
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
        // One for each version of the package, by a path that isn't taken for the package's own code.
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
 * Files that share what several of them need, as CommonJS: Node starts with it a tenth faster than with modules of
 * its own kind, which is all that esbuild cuts into shared files. Says which source went into which file.
 * @param {{ entryPoints: { in: string, out: string }[], outdir: string }} options entry points as seen from the root,
 * and what they are called in the folder, without `.cjs`
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
        // Values instead of getters, which each use of an import would call: nothing exported changes once its file
        // has run.
        footer:
          'module.exports=Object.defineProperty({...module.exports},"__esModule",{value:true});',
      });
      await writeFile(path, code);
    }),
  );
  return metafile;
}
