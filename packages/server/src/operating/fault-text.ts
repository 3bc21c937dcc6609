/** What an error says of itself and of what caused it; what else it may carry stays out of the log. */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\nCaused by: ${faultText(error.cause)}`;
}
