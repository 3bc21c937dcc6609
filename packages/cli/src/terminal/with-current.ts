/** What can be chosen in place of what there is: that too, where the list doesn't have it, so that Enter leaves it. */
export function withCurrent(
  options: readonly string[],
  current: string | null,
): { options: readonly string[]; default: string | undefined } {
  if (current === null || options.includes(current))
    return { options, default: current ?? undefined };
  return { options: [current, ...options], default: current };
}
