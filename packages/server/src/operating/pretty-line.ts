/** Formats a line of the log for people. */

interface LogLine {
  level: string;
  time: string;
  msg: string;
  request_id?: string;
  error?: string;
  method?: string;
  route?: string;
  status?: number;
  duration_ms?: number;
  user_id?: number;
  cut?: boolean;
}

const pad = (value: number) => String(value).padStart(2, "0");

/** The local time of day. */
function timeOfDay(time: string): string {
  const at = new Date(time);
  return [at.getHours(), at.getMinutes(), at.getSeconds()].map(pad).join(":");
}

/** Escapes control characters, because a terminal would interpret them. */
const printable = (text: string) =>
  text.replaceAll(
    /[^\n\P{Cc}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

function requestText(line: LogLine): string {
  const user = line.user_id === undefined ? "" : `  user ${line.user_id}`;
  const cut = line.cut ? "  (cut off)" : "";
  const what = `${line.method} ${line.route}  ${line.status}  ${line.duration_ms} ms`;
  // Shortens the id to a length by which it can still be found.
  const [id] = (line.request_id ?? "").split("-");
  return `${what}${user}${cut}  ${id}`;
}

/** @param json a line in pino's format */
export function prettyLine(json: string): string {
  const line = JSON.parse(json) as LogLine;
  const time = timeOfDay(line.time);
  if (line.method !== undefined) return printable(`${time}  ${requestText(line)}\n`);
  if (line.error !== undefined) {
    return printable(`${time}  ${line.msg}: ${line.request_id}\n${line.error}\n`);
  }
  // A message of level info is printed without its level, as in other commands.
  return printable(line.level === "info" ? `${line.msg}\n` : `${time}  ${line.msg}\n`);
}
