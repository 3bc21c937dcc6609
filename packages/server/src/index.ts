export { BadSettings, type Environment, readConfig, type ServerConfig } from "./config.ts";
export { defaultDataFolder } from "./data-folder.ts";
export { type EmbeddedApp, findRunningServer, openEmbeddedApp } from "./embedded-app.ts";
export { PortUnavailable, type RunningServer, startServer } from "./start-server.ts";
export { DataDamaged, StorageFull, StorageUnavailable } from "./store/store-errors.ts";
