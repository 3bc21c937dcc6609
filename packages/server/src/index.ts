export { BadSettings, readConfig } from "./config.ts";
export { defaultDataFolder } from "./data-folder.ts";
export { openEmbeddedApp } from "./embedded-app.ts";
export { serveUntilStopped } from "./serve-until-stopped.ts";
export { findStoreServer } from "./store/open-store.ts";
export { PortUnavailable } from "./start-server.ts";
export { DataDamaged, StorageFull, StorageUnavailable } from "./store/store-errors.ts";
