import { expect, it } from "vitest";
import { newFolder, outlay, outlayServer, serve } from "./program.ts";

const password = "correct-Horse-77-battery";

it("accounts created by an operator can log in to a server with closed registration", async () => {
  const [home, client] = [await newFolder(), await newFolder()];
  const added = await outlayServer(home, ["user", "add", "ada", "--password-stdin"], password);
  expect(added).toEqual({ code: 0, stdout: "", stderr: 'Created the account "ada".\n' });
  const made = await outlayServer(home, ["user", "add", "grace"]);
  expect(made).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^[\w-]{32}\n$/) as unknown,
  });

  const server = await serve(home, { OUTLAY_REGISTRATION: "closed" });
  const logIn = (username: string, text: string) =>
    outlay(client, ["login", "--server", server.url, "-u", username], {
      env: { OUTLAY_PASSWORD: text },
    });
  expect(await logIn("ada", password)).toMatchObject({ code: 0 });
  expect(await logIn("grace", made.stdout.trim())).toMatchObject({ code: 0 });
  const registered = await outlay(client, ["register", "--server", server.url, "-u", "joan"], {
    env: { OUTLAY_PASSWORD: password },
  });
  expect(registered.code).toBe(6);

  const refused = await outlayServer(home, ["user", "remove", "ada", "--yes"]);
  expect(refused).toMatchObject({ code: 7, stdout: "" });
  expect(refused.stderr).toContain(
    "Stop that server, run this command again, then start the server.",
  );
  expect(await server.stop()).toBe(0);
  expect(await outlayServer(home, ["user", "remove", "ada", "--yes"])).toMatchObject({ code: 0 });
  const { stdout } = await outlayServer(home, ["user", "list"]);
  expect(stdout).toMatch(/^2\tgrace\t\S+Z\n$/);
});

it("outlay-server reports errors, and ends with outlay's exit codes", async () => {
  const home = await newFolder();
  expect(await outlayServer(home, ["user", "ad"])).toEqual({
    code: 2,
    stdout: "",
    stderr: 'There is no command "user ad". See: outlay-server --help\n',
  });
  const help = await outlayServer(home, ["--help"]);
  expect(help).toMatchObject({ code: 0, stderr: "" });
  expect(help.stdout).toContain("outlay-server user add <name>");
});
