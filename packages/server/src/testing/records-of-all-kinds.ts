/** Records of the kinds that no call of the store makes yet, and the members of a later version's. */
import type { Change } from "../store/json/journal/change.ts";

const at = "2026-11-22T09:00:00.000Z";
const later = { member: { of: ["a", "later"] }, version: null };

/** All of them belong to the first user. */
export const ofAllKinds = {
  categories: [
    {
      id: 1,
      userId: 1,
      createdAt: at,
      updatedAt: at,
      key: "RENT",
      name: "Rent",
      parent: null,
      isArchived: false,
    },
  ],
  rates: [{ id: 1, userId: 1, createdAt: at, currency: "USD", day: "2026-11-20", rate: "0.92" }],
  changes: [
    {
      id: 1,
      userId: 1,
      createdAt: at,
      setOn: at,
      revertedAt: null,
      groups: [
        {
          of: "expenses",
          ids: [1],
          before: { category: "MISCELLANEOUS" },
          after: { category: "FOOD" },
        },
      ],
    },
  ],
  removedRows: [{ id: 3, userId: 1, importId: 1, externalId: "bank-16" }],
  rules: [{ id: 1, userId: 1, ...later }],
  importFormats: [{ id: 4, userId: 1, ...later }],
  recurring: [{ id: 2, userId: 1, ...later }],
  logins: [{ id: 1, userId: 1, ...later }],
} satisfies Change["put"];
