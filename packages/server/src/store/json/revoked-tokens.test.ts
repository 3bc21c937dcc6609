import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { openTestStore } from "../../testing/test-store.ts";

const instant = (ms: number) => new Date(ms).toISOString();

it("a revoked token doesn't become valid again when a fast clock is set right", async () => {
  const folder = await newFolder();
  let now = Date.UTC(2026, 10, 22);
  const day = 24 * 60 * 60 * 1000;
  const open = () => openTestStore({ folder, clock: () => new Date(now) });
  const store = await open();
  await store.users.create("ada", "hash");
  await store.refreshTokens.revoke("token", instant(now + day));
  await store.close();
  now += 2 * day;
  const ahead = await open();
  await ahead.users.changePassword(1, "new");
  await ahead.close();
  expect(await readFile(join(folder, "outlay.json"), "utf8")).not.toContain('"id":"token"');
  now -= 2 * day;
  for (let round = 0; round < 2; round += 1) {
    const again = await open();
    expect(await again.refreshTokens.isRevoked("token", instant(now + day))).toBe(true);
    expect(await again.refreshTokens.isRevoked("later", instant(now + day + 1))).toBe(false);
    await again.users.changePassword(1, `new ${round}`);
    await again.close();
  }
});
