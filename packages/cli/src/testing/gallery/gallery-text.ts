/** The text of docs/ERRORS.md, made from the real output. */
import type { ErrorCode } from "@outlay/shared";
import { exitCodes } from "../../errors/exit-codes.ts";
import type { Typed } from "../type-line.ts";
import type { Exhibit } from "./exhibit.ts";

const linesOf = (text: string, mark: string) =>
  text === ""
    ? []
    : text
        .trimEnd()
        .split("\n")
        .map((line) => `${mark}${line}`.trimEnd());

/** The line that somebody would type at a shell. */
function typedText({ line, env = {}, input }: Exhibit, more = ""): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value} `);
  const redirection = input === undefined ? "" : ` < ${input.file}`;
  return `${variables.join("")}outlay ${line}${more}${redirection}`;
}

/** A screen in the format of the transcripts. */
const screenText = (line: string, { stdout, stderr, code }: Typed): string =>
  [
    "```console",
    `$ ${line}`,
    ...linesOf(stdout, ""),
    ...linesOf(stderr, "! "),
    `= ${code}`,
    "```",
  ].join("\n");

const introduction = `# Errors

Every way in which a command can end without having done what was asked: the code by which a program knows it, the
exit code, and what is printed. This page is made by running each of these lines; a test holds it to what they print.

Lines behind \`!\` are on stderr, and \`=\` is the exit code. The text may change to become clearer; codes and exit
codes don't. With \`--json\`, an error is one line of JSON on stderr. \`hint\` says what to do, and \`fields\` which
fields were refused; both may be null.
`;

export const galleryText = (
  asJson: { exhibit: Exhibit; typed: Typed },
  shown: readonly { code: ErrorCode; exhibit: Exhibit; typed: Typed }[],
): string =>
  [
    introduction,
    `${screenText(typedText(asJson.exhibit, " --json"), asJson.typed)}\n`,
    ...shown.map(
      ({ code, exhibit, typed }) =>
        `## \`${code}\`, exit code ${exitCodes[code]}\n\n${exhibit.when}\n\n${screenText(typedText(exhibit), typed)}\n`,
    ),
  ].join("\n");
