/** The options of a question, including the current value even if the list lacks it, so that Enter keeps it. */
export function withCurrent(
  options: readonly string[],
  current: string | null,
): { options: readonly string[]; default: string | undefined } {
  if (current === null || options.includes(current))
    return { options, default: current ?? undefined };
  return { options: [current, ...options], default: current };
}
