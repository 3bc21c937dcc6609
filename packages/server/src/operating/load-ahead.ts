import { commonPasswords } from "../security/common-passwords.ts";

/**
 * Loads the modules that the first request of each kind would load: upgrading the package removes
 * the files while the server goes on running.
 * @param startThreads starts the threads that otherwise start with their first work
 */
export async function loadAhead(startThreads: () => Promise<void>): Promise<void> {
  await import("../middleware/read-multipart.ts");
  await import("../openapi/description.ts");
  await commonPasswords();
  await startThreads();
}
