import { chmod, mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { expect, it } from "vitest";
import { replaceableAbove } from "./replaceable-above.ts";

it.each([
  [0o700, undefined],
  [0o755, undefined],
  [0o777, "777"],
  [0o1777, undefined],
  [0o775, "775"],
])(
  "tells whether others may replace the entries of a folder with mode %o: %s",
  async (mode, expected) => {
    const above = join(await newFolder(), "above");
    await mkdir(join(above, "between/data"), { recursive: true });
    await chmod(above, mode);
    const { gid } = await stat(above);
    const found = await replaceableAbove(join(above, "between/data"), gid + 1);
    expect(found).toEqual(expected && { path: above, mode: expected });
  },
);

it("a group of the user's own doesn't count as other users", async () => {
  const above = join(await newFolder(), "above");
  await mkdir(join(above, "data"), { recursive: true });
  await chmod(above, 0o775);
  const { gid } = await stat(above);
  expect(await replaceableAbove(join(above, "data"), gid)).toBeUndefined();
});
