/** The parts of the server that the benchmarks measure one by one, and build their data folders with. */
export { createApp } from "./create-app.ts";
export { boundless } from "./middleware/bodies.ts";
export { isLocal } from "./middleware/is-local.ts";
export { isCommonPassword } from "./security/common-passwords.ts";
export { ownPasswords } from "./security/passwords.ts";
export { unthrottled } from "./security/throttle.ts";
export { jwtTokens } from "./security/tokens.ts";
export type { Change } from "./store/json/journal/change.ts";
export { changeLines } from "./store/json/journal/journal-line.ts";
export { journalPath } from "./store/json/journal/journal-names.ts";
export { Journal } from "./store/json/journal/journal.ts";
export { openJsonStore } from "./store/json/json-store.ts";
export { emptySnapshot, type Snapshot, snapshotName } from "./store/json/snapshot/snapshot.ts";
export { chunked, snapshotChunks } from "./store/json/snapshot/write-snapshot.ts";
export type { ExpenseFields, ExpenseRecord, Store } from "./store/store.ts";
export type { UserRecord } from "./store/users.ts";
export { keyUses } from "./use-cases/accounts/key-uses.ts";
