type Fields = Readonly<Record<string, unknown>>;

/** Those fields that aren't what they were. */
export const changedFields = (before: Fields, after: Fields): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]),
    ),
  );
