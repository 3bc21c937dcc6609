// Replaces the names of variables, `{{name}}`, by their values.
import { randomBytes, randomInt } from "node:crypto";
import { isObject, Mismatch } from "./match.mjs";

// Ten hexadecimal digits, at most six of them 0 to 9: a name with more of them can be too similar to a recorded
// password like 12345678, which is then refused for another reason than the recorded one.
function freshHex() {
  for (;;) {
    const hex = randomBytes(5).toString("hex");
    if (hex.replace(/\D/g, "").length <= 6) return hex;
  }
}

// The variables that every scenario begins with.
export function freshVariables() {
  const u = `u${freshHex()}`;
  return {
    u,
    U: u.toUpperCase(),
    u2: `v${freshHex()}`,
    n: String(randomInt(1e11, 1e12)),
  };
}

function lookUp(name, variables) {
  if (!(name in variables)) throw new Mismatch(`{{${name}}} has no value: an earlier step did not deliver it`);
  return variables[name];
}

export const fillText = (text, variables) => text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(lookUp(name, variables)));

export function fill(value, variables) {
  if (Array.isArray(value)) return value.map((item) => fill(item, variables));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, variables)]));
  }
  if (typeof value !== "string") return value;
  const whole = /^\{\{(\w+)\}\}$/.exec(value);
  return whole ? lookUp(whole[1], variables) : fillText(value, variables);
}
