/** The settings for logs and metrics, with which operators see what the server does. */
export interface OperatingConfig {
  /** The readers of the metrics: programs on this machine, everybody, or nobody. */
  metrics: (typeof metricsReaders)[number];
  logLevel: (typeof logLevels)[number];
  /** Undefined if the destination of the log determines it. */
  logFormat: LogFormat | undefined;
}

export type LogFormat = (typeof logFormats)[number];

const metricsReaders = ["loopback", "public", "off"] as const;
/** Each level includes the ones after it. */
const logLevels = ["debug", "info", "warn", "error", "silent"] as const;
const logFormats = ["pretty", "json"] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** @param faults receives messages about invalid settings */
export function readOperatingConfig(env: Environment, faults: string[]): OperatingConfig {
  const choose = <Choice extends string, Default>(
    name: string,
    choices: readonly Choice[],
    otherwise: Default,
  ): Choice | Default => {
    const text = env[name];
    if (!text) return otherwise;
    const choice = choices.find((one) => one === text);
    if (choice !== undefined) return choice;
    const option = `--${name.replace("OUTLAY_", "").toLowerCase().replaceAll("_", "-")}`;
    faults.push(`"${text}" (${name}, ${option}) is not one of ${choices.join(", ")}.`);
    return otherwise;
  };
  return {
    metrics: choose("OUTLAY_METRICS", metricsReaders, "loopback" as const),
    logLevel: choose("OUTLAY_LOG_LEVEL", logLevels, "info" as const),
    logFormat: choose("OUTLAY_LOG_FORMAT", logFormats, undefined),
  };
}
