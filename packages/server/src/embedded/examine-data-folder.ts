import type { Check } from "@outlay/shared";
import { examineSecret } from "../security/secret-file.ts";
import { examineStore } from "../store/open-store.ts";

type ExamineOptions = Parameters<typeof examineStore>[0];

/** Examines a data folder, which may be in use, without changing anything in it. */
export async function examineDataFolder(options: ExamineOptions): Promise<Check[]> {
  const { checks, isReadable, hasData } = await examineStore(options);
  return isReadable ? [...checks, await examineSecret(options.folder, hasData)] : checks;
}
