export { closeToOthers } from "./private/close-to-others.ts";
export { commandLine } from "./shell/command-line.ts";
export { errorCode, unlessMissing } from "./error-code.ts";
export { type FileSystem, nodeFileSystem } from "./file-system.ts";
export { atHome, givenFolder, UnclearFolder } from "./shell/given-folder.ts";
export { hardLink, NoHardLinks } from "./replacing/hard-link.ts";
export { checkDataFolder, isDataName, lookIntoFolder, UnfitFolder } from "./private/own-folder.ts";
export { isOwnFile, type OwnFolders } from "./private/own-file.ts";
export { makePrivateFolder } from "./private/private-folder.ts";
export { isOpenToOthers, modeText } from "./private/private-mode.ts";
export { NoPlainFile, noPlainFile } from "./replacing/no-plain-file.ts";
export { lockOwnerUrl, lookAtLock, type SeenLock } from "./locks/lock-files.ts";
export { OneAtATime } from "./locks/one-at-a-time.ts";
export { acquireLock, LockHeld, type ProcessLock } from "./locks/process-lock.ts";
export { removeGradually } from "./replacing/remove-gradually.ts";
export { replaceableAbove } from "./private/replaceable-above.ts";
export {
  abandonedTemporaries,
  removeAbandonedTemporaries,
  removeTemporaries,
  replaceFile,
  syncFolder,
  temporaryName,
  writeAll,
  writePrivateFile,
} from "./replacing/replace-file.ts";
