type Fields = Readonly<Record<string, unknown>>;

/** Returns the fields whose values differ from before. */
export const changedFields = (before: Fields, after: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  );
