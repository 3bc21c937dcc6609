/**
 * Makes a value when it is first used, and keeps it: making it takes time that most callers needn't
 * spend.
 */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
