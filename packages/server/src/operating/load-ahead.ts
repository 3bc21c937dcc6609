import { commonPasswords } from "../security/common-passwords.ts";

/**
 * Loads the modules that the first request of each kind would load, because an upgrade of the package may remove the
 * files while the server is running.
 * @param startThreads starts the threads that otherwise start with their first job
 */
export async function loadAhead(startThreads: () => Promise<void>): Promise<void> {
  await import("../middleware/read-multipart.ts");
  await import("../openapi/description.ts");
  await commonPasswords();
  await startThreads();
}
