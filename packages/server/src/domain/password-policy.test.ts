import { expect, it } from "vitest";
import { isCommonPassword } from "../security/common-passwords.ts";
import { passwordFaults } from "./password-policy.ts";

const faults = async (password: string, username?: string) =>
  passwordFaults(password, username, await isCommonPassword(password));

it("accepts a long and unusual password", async () => {
  expect(await faults("correct-Horse-77-battery", "ada")).toEqual([]);
});

it("names every rule that a password breaks, in a fixed order", async () => {
  expect(await faults("123", "1-2-3.123")).toEqual([
    "The password is too similar to the username.",
    "This password is too short. It must contain at least 8 characters.",
    "This password is too common.",
    "This password is entirely numeric.",
  ]);
});

it("compares with each part of a user name", async () => {
  expect(await faults("lovelace99", "maria.lovelace")).toEqual([
    "The password is too similar to the username.",
  ]);
  expect(await faults("lovelace99", undefined)).toEqual([]);
  expect(await faults("lovelace99", "Maria.LOVELACE")).toHaveLength(1);
  expect(await faults("lovelace99", "...")).toEqual([]);
});

it("counts a letter as often as both texts have it", async () => {
  expect(await faults("jajajajajaj", "jabcdefgh")).toEqual([]);
});

it("knows common passwords in any case", async () => {
  expect(await faults("SunShine")).toEqual(["This password is too common."]);
});
