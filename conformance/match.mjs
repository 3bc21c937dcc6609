// Compares an answer with the recorded one, and throws a Mismatch where they differ.
export class Mismatch extends Error {}

const show = (value) => (value === undefined ? "nothing" : JSON.stringify(value));
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

export function mismatch(where, expected, got) {
  throw new Mismatch(`${where}: expected ${show(expected)}, got ${show(got)}`);
}

// `exact` forbids fields that were not recorded.
export function match(expected, got, exact, where) {
  if (expected === "<string>") return typeof got === "string" || mismatch(where, expected, got);
  if (expected === "<int>") return Number.isInteger(got) || mismatch(where, expected, got);
  if (typeof expected === "string" && expected.endsWith("<...>")) {
    const fits = typeof got === "string" && got.startsWith(expected.slice(0, -"<...>".length));
    return fits || mismatch(where, expected, got);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) mismatch(where, expected, got);
    return expected.forEach((item, index) => match(item, got[index], exact, `${where}[${index}]`));
  }
  if (isObject(expected)) {
    if (!isObject(got)) mismatch(where, expected, got);
    for (const key of Object.keys(expected)) {
      if (!Object.hasOwn(got, key)) mismatch(`${where}.${key}`, expected[key], undefined);
      match(expected[key], got[key], exact, `${where}.${key}`);
    }
    const extra = exact && Object.keys(got).find((key) => !Object.hasOwn(expected, key));
    if (extra) mismatch(`${where}.${extra}`, undefined, got[extra]);
    return true;
  }
  return expected === got || mismatch(where, expected, got);
}

function matchHeader(name, expected, got) {
  const where = `header ${name}`;
  if (got === undefined) mismatch(where, expected, got);
  if (name.toLowerCase() === "allow") {
    const methods = (text) => text.split(",").map((method) => method.trim().toUpperCase()).filter(Boolean).sort();
    return match(methods(expected), methods(got), true, where);
  }
  if (name.toLowerCase() === "location") return match(expected, got.replace(/^https?:\/\/[^/]+/, ""), true, where);
  return match(expected, got, true, where);
}

export function matchAnswer(expect, answer) {
  if (answer.status !== expect.status) {
    throw new Mismatch(`expected status ${expect.status}, got ${answer.status} ${answer.text}`);
  }
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    matchHeader(name, value, answer.headers[name.toLowerCase()]);
  }
  if (expect.body === undefined) return;
  if (expect.body === "<empty>") {
    if (answer.text !== "") mismatch("body", "<empty>", answer.text);
    return;
  }
  if (answer.json === undefined) throw new Mismatch(`expected ${show(expect.body)}, got a body that is not JSON: ${answer.text}`);
  match(expect.body, answer.json, expect.status >= 400, "body");
}
