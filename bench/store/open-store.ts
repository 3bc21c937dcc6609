import { openJsonStore, type Store } from "@outlay/server/bench";
import { type Watcher, watchedFs } from "./watched-fs.ts";

/** Opens a folder as a server does. */
export const openStore = (folder: string, watcher: Watcher): Promise<Store> =>
  openJsonStore(
    {
      folder,
      label: "benchmark",
      patienceMs: 0,
      clock: () => new Date(),
      report: (message) => process.stderr.write(`${message}\n`),
      fs: watchedFs(watcher),
    },
    { own: true },
  );
