import type { Verb } from "../verb.ts";
import { authStatusCommand } from "./auth-status.ts";
import { authTokenCommand } from "./auth-token.ts";
import { loginCommand } from "./login.ts";
import { logoutCommand } from "./logout.ts";
import { passwdCommand } from "./passwd.ts";
import { registerCommand } from "./register.ts";
import { whoamiCommand } from "./whoami.ts";

export const accountVerbs = {
  register: registerCommand,
  login: loginCommand,
  logout: logoutCommand,
  whoami: whoamiCommand,
  passwd: passwdCommand,
  status: authStatusCommand,
  token: authTokenCommand,
} satisfies Record<string, Verb>;
