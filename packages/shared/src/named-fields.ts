/**
 * The fields that have a value: those that aren't undefined.
 * @param fields all fields that there are
 */
export function namedFields<Fields extends object>(fields: {
  [Name in keyof Fields]-?: Fields[Name] | undefined;
}): Partial<Fields> {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Partial<Fields>;
}
