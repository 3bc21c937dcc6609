import { commonPasswords } from "../security/common-passwords.ts";

/**
 * Loads what the first request of its kind would load: an upgrade of the package takes the files away beneath a server
 * that goes on.
 */
export async function loadAhead(): Promise<void> {
  await import("../middleware/read-multipart.ts");
  await import("../openapi/description.ts");
  await commonPasswords();
}
