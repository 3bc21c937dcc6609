// Writes packages/server/src/security/common-passwords.txt from Django's list, whose path is the only argument:
// django/contrib/auth/common-passwords.txt.gz, in Debian's python3-django under /usr/lib/python3/dist-packages.
//
// Each line is a password without its common prefix with the previous one. The length of that prefix comes
// first, as a base-36 digit: the file takes half the space, and nothing has to be unpacked.
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const target = new URL("../packages/server/src/security/common-passwords.txt", import.meta.url);
const maxShared = 35;

/** The number of characters that two texts share at their start. */
function sharedLength(one, other) {
  let length = 0;
  while (length < maxShared && length < one.length && one[length] === other[length]) length += 1;
  return length;
}

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Say where Django's common-passwords.txt.gz is.");
const text = gunzipSync(await readFile(path)).toString();
const passwords = [...new Set(text.split("\n").map((line) => line.trim()))].toSorted();
const lines = passwords
  .filter((password) => password !== "")
  .map((password, index, all) => {
    const shared = sharedLength(password, all[index - 1] ?? "");
    return shared.toString(36) + password.slice(shared);
  });
await writeFile(fileURLToPath(target), `${lines.join("\n")}\n`);
