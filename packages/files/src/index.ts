export { errorCode } from "./error-code.ts";
export { makePrivateFolder } from "./private-folder.ts";
export { acquireLock, LockHeld, lockOwnerUrl, type ProcessLock } from "./process-lock.ts";
export { replaceFile, syncFolder, temporaryName, writePrivateFile } from "./replace-file.ts";
