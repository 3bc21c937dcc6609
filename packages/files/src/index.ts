export { errorCode, unlessMissing } from "./error-code.ts";
export { type FileSystem, nodeFileSystem } from "./file-system.ts";
export { makePrivateFolder } from "./private-folder.ts";
export { acquireLock, LockHeld, lockOwnerUrl, type ProcessLock } from "./process-lock.ts";
export {
  replaceFile,
  syncFolder,
  temporaryName,
  writeAll,
  writePrivateFile,
} from "./replace-file.ts";
