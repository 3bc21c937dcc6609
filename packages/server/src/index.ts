export { BadSettings, readConfig } from "./config/config.ts";
export { defaultDataFolder } from "./config/data-folder.ts";
export { openEmbeddedApp } from "./embedded/embedded-app.ts";
export { examineDataFolder } from "./embedded/examine-data-folder.ts";
export { serveUntilStopped } from "./serving/serve-until-stopped.ts";
export { backUpStore, findStoreServer, restoreStore } from "./store/open-store.ts";
export { resetPassword } from "./embedded/reset-password.ts";
export { PortUnavailable } from "./serving/port-unavailable.ts";
export type { LogTarget } from "./operating/create-log.ts";
export type { Signals } from "./serving/until-stopped.ts";
export {
  BackupExists,
  BadBackup,
  DataDamaged,
  StorageFull,
  StorageServed,
  StorageUnavailable,
} from "./store/store-errors.ts";
export type { Backup, FoundBackup, Restored } from "./store/store.ts";
