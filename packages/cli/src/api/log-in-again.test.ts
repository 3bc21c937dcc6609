import { expect, it } from "vitest";
import { CredentialsFile } from "../config/credentials-file.ts";
import { CliError } from "../errors/cli-error.ts";
import { newFolder } from "@outlay/testing";
import { logInAgain } from "./log-in-again.ts";

const never = () => Promise.reject(new Error("nobody does that"));

it("asks for the password of an expired session until it is correct", async () => {
  const target = { profile: "home", server: "https://outlay.example.org" };
  const former = { ...target, username: "ada", access: "a", refresh: "r" };
  const asked: string[] = [];
  const answers = ["wrong", "worse", "right"];
  const session = await logInAgain(
    {
      target,
      sessionKey: target,
      credentials: new CredentialsFile(await newFolder()),
      givenLogin: undefined,
      systemUsername: () => "me",
      onFirstUse: () => undefined,
      prompts: {
        secret: (message) => {
          asked.push(message);
          return Promise.resolve(answers.shift() ?? "");
        },
        text: never,
        choose: never,
        pick: never,
        confirm: never,
      },
      accounts: {
        logIn: ({ password }) =>
          password === "right"
            ? Promise.resolve({ access: "new", refresh: "newer" })
            : Promise.reject(new CliError("wrong_credentials", "Wrong.")),
        register: never,
        refresh: never,
        blacklist: never,
        requireServer: never,
        changePassword: never,
      },
    },
    former,
  );
  expect(session).toMatchObject({ username: "ada", access: "new" });
  expect(asked).toEqual([
    "Your session has expired. Password of ada:",
    "That password is wrong. Password of ada:",
    "That password is wrong. Password of ada:",
  ]);
});
