/**
 * Returns the fields that aren't undefined.
 * @param fields all fields of the type; the compiler checks that none is missing
 */
export function namedFields<Fields extends object>(fields: {
  [Name in keyof Fields]-?: Fields[Name] | undefined;
}): Partial<Fields> {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Partial<Fields>;
}
