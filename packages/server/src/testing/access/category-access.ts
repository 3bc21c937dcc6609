/** Who may do what with categories. */
import { builtInKeys } from "@outlay/shared";
import { ids } from "../household.ts";

export const categoryAccess = {
  "GET /categories/": {
    needs: "any",
    status: 200,
    shows: [...builtInKeys.map((key) => ({ key })), { key: ids.category, name: "Rent" }],
    eve: { status: 200, body: builtInKeys.map((key) => ({ key, builtin: true })) },
  },
  "POST /categories/": {
    needs: "full",
    body: { name: "Pets" },
    status: 201,
    shows: { key: "PETS", name: "Pets", parent: null, archived: false, builtin: false },
  },
  "GET /categories/{key}/": {
    needs: "any",
    id: ids.category,
    status: 200,
    shows: { name: "Rent" },
  },
  "PATCH /categories/{key}/": {
    needs: "full",
    id: ids.category,
    body: { name: "Flat" },
    status: 200,
    shows: { key: ids.category, name: "Flat" },
  },
  "DELETE /categories/{key}/": { needs: "full", id: ids.category, status: 204 },
} as const;
