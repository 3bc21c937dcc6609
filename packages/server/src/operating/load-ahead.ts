import { commonPasswords } from "../security/common-passwords.ts";

/**
 * Loads what the first request of its kind would load: an upgrade of the package takes the files away beneath a server
 * that goes on.
 * @param startThreads starts those that are otherwise started when there is work for them
 */
export async function loadAhead(startThreads: () => Promise<void>): Promise<void> {
  await import("../middleware/read-multipart.ts");
  await import("../openapi/description.ts");
  await commonPasswords();
  await startThreads();
}
