/**
 * Makes a value when it is first used, and keeps it, so that callers that never use it don't spend the time to
 * make it.
 */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
