import { describe, expect, it } from "vitest";
import { testCli } from "../../testing/test-cli.ts";

const esc = "\u001B";
/** Makes colours readable. */
const tagged = (text: string) =>
  text
    .replaceAll(`${esc}[31m`, "<red>")
    .replaceAll(`${esc}[32m`, "<green>")
    .replaceAll(`${esc}[33m`, "<yellow>")
    .replaceAll(`${esc}[39m`, "</>");

async function household() {
  const type = await testCli(new Date(2026, 10, 15, 12));
  for (const line of [
    "budget add 400 -c food",
    "budget add 60 -c data --starts 2026-10-01 --rollover both",
    "budget add 25 -c transport -p weekly --starts 2026-11-01 --rollover surplus",
    "budget add 1,200 -c misc -p yearly",
    "budget add 100 -c savings",
    "add 230 Groceries -c food -d 2026-11-03",
    "add 72.50 Phone -c data -d 2026-10-05",
    "add 50 Phone -c data -d 2026-11-05",
    "add 20 Taxi -c transport -d 2026-11-10",
    "add 300 Coat -c misc -d 2026-02-01",
  ]) {
    expect((await type(line)).err).toBe("");
  }
  return type;
}

describe("outlay budget status", () => {
  it("shows another day's periods by their names", async () => {
    const type = await household();
    expect((await type("budget status --date 2026-10-31")).out).toMatchInlineSnapshot(`
      "FOOD           2026-10                 ▕                   ▏    0 %  400.00 left
                     0.00 of 400.00 spent
      DATA           2026-10                 ▕███████████████████▏  120 %   12.50 over
                     72.50 of 60.00 spent
      TRANSPORT      the week of 2026-10-26  ▕                   ▏    0 %   25.00 left
                     0.00 of 25.00 spent
      MISCELLANEOUS  this year               ▕████▊              ▏   25 %  900.00 left
                     300.00 of 1,200.00 spent; heading for 360.20
      SAVINGS        2026-10                                               100.00 goal
                     the other monthly budgets leave 387.50 at this pace
      "
    `);
    expect((await type("budget status -d 2027-01-01")).out).toMatchInlineSnapshot(`
      "FOOD           2027-01                 ▕                   ▏  0 %    400.00 left
                     0.00 of 400.00 spent
      DATA           2027-01                 ▕                   ▏  0 %    117.50 left
                     0.00 of 117.50 spent; 57.50 carried over
      TRANSPORT      the week of 2026-12-28  ▕                   ▏  0 %    230.00 left
                     0.00 of 230.00 spent; 205.00 carried over
      MISCELLANEOUS  2027                    ▕                   ▏  0 %  1,200.00 left
                     0.00 of 1,200.00 spent
      SAVINGS        2027-01                                               100.00 goal
                     the other monthly budgets leave 517.50 at this pace
      "
    `);
  });

  it("gives programs exactly what the API gives", async () => {
    const type = await testCli(new Date(2026, 10, 15, 12));
    await type("budget add 400 -c food");
    expect(await type("budget status --json --date 2026-11-15")).toEqual({
      code: 0,
      out:
        '[{"category":"FOOD","parent":null,"period":"MONTHLY","from":"2026-11-01","to":"2026-11-30","budget":400,' +
        '"carried":0,"spent":0,"left":400,"ratio":0,"projected":0,"put_aside":null,"unconverted":[]}]\n',
      err: "",
    });
  });

  it("says so where no budget applies", async () => {
    const type = await testCli(new Date(2026, 10, 15, 12));
    await type("budget add 400 -c food --starts 2026-11-01");
    expect(await type("budget status --date 2026-10-31")).toEqual({
      code: 0,
      out: "",
      err: "No budget applies on 2026-10-31. Set one: outlay budget add 400 -c food\n",
    });
    expect((await type("budget status --date 2026-10-31 --json")).out).toBe("[]\n");
    expect(await type("budget status --date never")).toMatchObject({ code: 2 });
  });

  it("fits a terminal of 80 columns", async () => {
    const type = await household();
    const { code, out, err } = await type("budget status", { columns: 80 });
    expect([code, err]).toEqual([0, ""]);
    expect(tagged(out)).toMatchInlineSnapshot(`
      "FOOD           this month  ▕<yellow>█████████████████▊             </>▏   57 %  170.00 left
                     230.00 of 400.00 spent; heading for 460.00, 60.00 over
      DATA           this month  ▕<red>███████████████████████████████</>▏  105 %    2.50 over
                     50.00 of 47.50 spent; -12.50 carried over; heading for 100.00,
                     52.50 over
      TRANSPORT      this week   ▕<green>████████▎                      </>▏   26 %   55.00 left
                     20.00 of 75.00 spent; 50.00 carried over
      MISCELLANEOUS  this year   ▕<green>███████▊                       </>▏   25 %  900.00 left
                     300.00 of 1,200.00 spent; heading for 343.26
      SAVINGS        this month                                            100.00 goal
                     the other monthly budgets are heading for 112.50 over
      "
    `);
    const plain = await type("budget status --no-color", { columns: 80 });
    expect(plain.out).toMatchInlineSnapshot(`
      "FOOD           this month  ▕█████████████████▊             ▏   57 %  170.00 left
                     230.00 of 400.00 spent; heading for 460.00, 60.00 over
      DATA           this month  ▕███████████████████████████████▏  105 %    2.50 over
                     50.00 of 47.50 spent; -12.50 carried over; heading for 100.00,
                     52.50 over
      TRANSPORT      this week   ▕████████▎                      ▏   26 %   55.00 left
                     20.00 of 75.00 spent; 50.00 carried over
      MISCELLANEOUS  this year   ▕███████▊                       ▏   25 %  900.00 left
                     300.00 of 1,200.00 spent; heading for 343.26
      SAVINGS        this month                                            100.00 goal
                     the other monthly budgets are heading for 112.50 over
      "
    `);
    expect(await type("budget status", { columns: 80, env: { NO_COLOR: "1" } })).toEqual(plain);
    expect(await type("budget status", { columns: 80, env: { TERM: "dumb" } })).toEqual(plain);
    expect(await type("budget status")).toEqual(plain);
  });

  it("fits a terminal of 40 columns", async () => {
    const type = await household();
    const { out } = await type("budget status", { columns: 40 });
    expect(tagged(out)).toMatchInlineSnapshot(`
      "FOOD  this month
        ▕<yellow>████████████████▋            </>▏   57 %
        170.00 left; 230.00 of 400.00 spent;
        heading for 460.00, 60.00 over
      DATA  this month
        ▕<red>█████████████████████████████</>▏  105 %
        2.50 over; 50.00 of 47.50 spent;
        -12.50 carried over; heading for
        100.00, 52.50 over
      TRANSPORT  this week
        ▕<green>███████▋                     </>▏   26 %
        55.00 left; 20.00 of 75.00 spent;
        50.00 carried over
      MISCELLANEOUS  this year
        ▕<green>███████▎                     </>▏   25 %
        900.00 left; 300.00 of 1,200.00 spent;
        heading for 343.26
      SAVINGS  this month
        100.00 goal; the other monthly budgets
        are heading for 112.50 over
      "
    `);
    expect((await type("budget status --no-color", { columns: 40 })).out).toMatchInlineSnapshot(`
      "FOOD  this month
        ▕████████████████▋            ▏   57 %
        170.00 left; 230.00 of 400.00 spent;
        heading for 460.00, 60.00 over
      DATA  this month
        ▕█████████████████████████████▏  105 %
        2.50 over; 50.00 of 47.50 spent;
        -12.50 carried over; heading for
        100.00, 52.50 over
      TRANSPORT  this week
        ▕███████▋                     ▏   26 %
        55.00 left; 20.00 of 75.00 spent;
        50.00 carried over
      MISCELLANEOUS  this year
        ▕███████▎                     ▏   25 %
        900.00 left; 300.00 of 1,200.00 spent;
        heading for 343.26
      SAVINGS  this month
        100.00 goal; the other monthly budgets
        are heading for 112.50 over
      "
    `);
  });

  it("fits a terminal of 200 columns", async () => {
    const type = await household();
    const { out } = await type("budget status", { columns: 200 });
    expect(tagged(out)).toMatchInlineSnapshot(`
      "FOOD           this month  ▕<yellow>███████████████████████████████████████████▋                                </>▏   57 %  170.00 left  230.00 of 400.00 spent; heading for 460.00, 60.00 over
      DATA           this month  ▕<red>████████████████████████████████████████████████████████████████████████████</>▏  105 %    2.50 over  50.00 of 47.50 spent; -12.50 carried over; heading for 100.00, 52.50 over
      TRANSPORT      this week   ▕<green>████████████████████▎                                                       </>▏   26 %   55.00 left  20.00 of 75.00 spent; 50.00 carried over
      MISCELLANEOUS  this year   ▕<green>███████████████████                                                         </>▏   25 %  900.00 left  300.00 of 1,200.00 spent; heading for 343.26
      SAVINGS        this month                                                                                         100.00 goal  the other monthly budgets are heading for 112.50 over
      "
    `);
    expect((await type("budget status --no-color", { columns: 200 })).out).toMatchInlineSnapshot(`
      "FOOD           this month  ▕███████████████████████████████████████████▋                                ▏   57 %  170.00 left  230.00 of 400.00 spent; heading for 460.00, 60.00 over
      DATA           this month  ▕████████████████████████████████████████████████████████████████████████████▏  105 %    2.50 over  50.00 of 47.50 spent; -12.50 carried over; heading for 100.00, 52.50 over
      TRANSPORT      this week   ▕████████████████████▎                                                       ▏   26 %   55.00 left  20.00 of 75.00 spent; 50.00 carried over
      MISCELLANEOUS  this year   ▕███████████████████                                                         ▏   25 %  900.00 left  300.00 of 1,200.00 spent; heading for 343.26
      SAVINGS        this month                                                                                         100.00 goal  the other monthly budgets are heading for 112.50 over
      "
    `);
  });
});
