/** Made when it is first asked for, and kept: what makes it takes time that not everybody should wait. */
export function lazily<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
