/** The rows of the access table about rates. */
import type { Row } from "./access-row.ts";
import { ids } from "../household.ts";

export const rateRows: Readonly<Record<string, Row>> = {
  "GET /rates/": {
    needs: "read",
    status: 200,
    shows: [{ currency: "USD", date: "2026-11-22", rate: "0.92" }],
    eve: { status: 200, body: [] },
  },
  "POST /rates/": {
    needs: "full",
    body: { rates: [{ currency: "USD", date: "2026-11-20", rate: "0.9" }] },
    status: 200,
    shows: { stored: 1 },
  },
  "GET /rates/{currency}/{date}/": {
    needs: "read",
    id: ids.rate,
    status: 200,
    shows: { rate: "0.92" },
  },
  "PUT /rates/{currency}/{date}/": {
    needs: "full",
    at: "USD/2026-11-23",
    body: { rate: 0.93 },
    status: 201,
    shows: { currency: "USD", date: "2026-11-23", rate: "0.93" },
  },
  "DELETE /rates/{currency}/{date}/": { needs: "full", id: ids.rate, status: 204 },
};
