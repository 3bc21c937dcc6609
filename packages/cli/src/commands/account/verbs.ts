import type { Verb } from "../verb.ts";
import { authStatusCommand } from "./auth-status.ts";
import { loginCommand } from "./login.ts";
import { logoutCommand } from "./logout.ts";
import { registerCommand } from "./register.ts";
import { whoamiCommand } from "./whoami.ts";

export const accountVerbs = {
  register: registerCommand,
  login: loginCommand,
  logout: logoutCommand,
  whoami: whoamiCommand,
  status: authStatusCommand,
} satisfies Record<string, Verb>;
