import { expect, it } from "vitest";
import { commonPasswords } from "../security/common-passwords.ts";
import { passwordFaults } from "./password-policy.ts";

const common = await commonPasswords();
const faults = (password: string, username?: string) => passwordFaults(password, username, common);

it("has nothing against a long and odd password", () => {
  expect(faults("correct-Horse-77-battery", "ada")).toEqual([]);
});

it("names every rule that a password breaks, in one order", () => {
  expect(faults("123", "1-2-3.123")).toEqual([
    "The password is too similar to the username.",
    "This password is too short. It must contain at least 8 characters.",
    "This password is too common.",
    "This password is entirely numeric.",
  ]);
});

it("compares with each part of a user name", () => {
  expect(faults("lovelace99", "maria.lovelace")).toEqual([
    "The password is too similar to the username.",
  ]);
  expect(faults("lovelace99", undefined)).toEqual([]);
  expect(faults("lovelace99", "...")).toEqual([]);
});

it("knows common passwords in any case", () => {
  expect(faults("SunShine")).toEqual(["This password is too common."]);
});
