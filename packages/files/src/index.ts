export { commandLine } from "./command-line.ts";
export { errorCode, unlessMissing } from "./error-code.ts";
export { type FileSystem, nodeFileSystem } from "./file-system.ts";
export { makePrivateFolder } from "./private-folder.ts";
export { isOpenToOthers, modeText } from "./private-mode.ts";
export {
  acquireLock,
  LockHeld,
  lockOwnerUrl,
  lookAtLock,
  type ProcessLock,
  type SeenLock,
} from "./process-lock.ts";
export {
  abandonedTemporaries,
  replaceFile,
  syncFolder,
  temporaryName,
  writeAll,
  writePrivateFile,
} from "./replace-file.ts";
