import { cpus } from "node:os";

/** The machine that was measured. */
export const machine = (): string => {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? "unknown";
  return `${model}, ${processors.length} cores, Node ${process.version}, ${process.platform}`;
};
