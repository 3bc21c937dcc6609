/** Comments in source text, and whether their first words leave out the subject. */

interface Comment {
  line: number;
  text: string;
}

/** Returns the first line of each comment: of a block, of a run of `//` lines, or of one behind code. */
export function commentsOf(text: string): Comment[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const found = firstLine(line, lines[index - 1] ?? "", lines[index + 1] ?? "");
    return found === undefined || found === "" ? [] : [{ line: index + 1, text: found }];
  });
}

function firstLine(line: string, before: string, after: string): string | undefined {
  const block = /^\s*\/\*\*?(.*)$/.exec(line)?.[1];
  if (block !== undefined) {
    const own = block.replace(/\*\/.*$/, "").trim();
    return own === "" ? after.replace(/^\s*\*\/?\s*/, "").trim() : own;
  }
  const [, code = "", own] = /^(.*?)(?:^|\s)\/\/ (.*)$/.exec(line) ?? [];
  if (own === undefined || (code !== "" && !/^\s+$|[;,{}()[\]>]$/.test(code))) return undefined;
  return /^\s*\/\/ /.test(before) ? undefined : own.trim();
}

const headless =
  /^(?:(?:Also|Even|Only|Not|But|All|As|For|To|From|In|By|On|With|Under) )?(?:what|who|whom|whose|whoever|whatever|whichever|where|wherever)\b|^(?:of|those|the same)\b/i;

/** Whether a comment opens with a clause that readers have to complete: `What is left`, `Of which none`. */
export const isHeadless = ({ text }: Comment): boolean => headless.test(text);
