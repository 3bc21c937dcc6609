/** The data that the lines of scripts run on. */

export const password = "correct-Horse-77-battery";
export const grace = { OUTLAY_PASSWORD: password };

/** A server that doesn't exist. */
export const away = { OUTLAY_SERVER: "http://127.0.0.1:1", OUTLAY_TOKEN: "a-token" };

export const outbox = JSON.stringify({
  version: 1,
  next_id: 2,
  expenses: [
    {
      id: 1,
      server: "https://outlay.example.org",
      user: "ada",
      kept_at: "2026-11-22T12:00:00.000Z",
      may_have_arrived: false,
      refused: null,
      expense: {
        amount: "4.20",
        description: "Coffee",
        category: "FOOD",
        date: "2026-11-22",
        tags: [],
        external_id: "8a5d9c1e",
      },
    },
  ],
});

const csv = "Date,Description,Amount\n2026-11-03,Cinema,-11.00\n2026-11-04,Hotel,-80.00\n";

/** Sets up the data before a row's lines are typed. */
export const preparation: readonly { line: string; input?: string }[] = [
  { line: "add 12.50 Lunch -c food -t work" },
  { line: "add 30 Taxi -c transport" },
  { line: "rm 2 --yes" },
  { line: "budget add 10 -c food" },
  { line: "budget add 50 -c data" },
  { line: "budget rm 2 --yes" },
  { line: "category add Housing" },
  { line: "category add Rent --parent housing" },
  { line: "rules add netflix data -t tv" },
  { line: "key create dashboard" },
  { line: "import - --save-as giro", input: csv },
];
