import type { Verb } from "../verb.ts";
import { backupCommand } from "./backup.ts";
import { doctorCommand } from "./doctor.ts";
import { restoreBackupCommand } from "./restore-backup.ts";

export const dataVerbs = {
  backup: backupCommand,
  "restore-backup": restoreBackupCommand,
  doctor: doctorCommand,
} satisfies Record<string, Verb>;
