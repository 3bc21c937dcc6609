/** The fields that were named: those that aren't undefined. @param fields every one that there is */
export function namedFields<Fields extends object>(fields: {
  [Name in keyof Fields]-?: Fields[Name] | undefined;
}): Partial<Fields> {
  const named = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(named) as Partial<Fields>;
}
