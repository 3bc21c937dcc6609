import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Refusal } from "../domain/refusal.ts";
import { counterNames, limitAttempts } from "./limit-attempts.ts";

// The counting library has a clock of its own.
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const home = "192.0.2.7";

/** Makes guesses, and counts how often a password was really compared. */
function household() {
  const throttle = limitAttempts();
  const compared = { times: 0 };

  /** Returns "in", "wrong", or the number of seconds for which the guess is refused. */
  async function guess(username: string, isRight: boolean, address = home) {
    try {
      const isIn = await throttle.attempt({ username, address }, async () => {
        compared.times += 1;
        return isRight;
      });
      return isIn ? "in" : "wrong";
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, body, retryAfterSeconds: seconds = NaN } = error;
      const detail = `Request was throttled. Expected available in ${seconds} seconds.`;
      expect({ code, body }).toEqual({ code: "throttled", body: { detail } });
      return seconds;
    }
  }

  async function guessMany(usernames: readonly string[]): Promise<(string | number)[]> {
    const answers = [];
    for (const username of usernames) answers.push(await guess(username, false));
    return answers;
  }

  return { throttle, compared, guess, guessMany };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `name-${index}`);
const times = <Value>(count: number, value: Value) => Array<Value>(count).fill(value);

describe("guesses of one user's password from one address", () => {
  it("are limited to ten a minute, whether the eleventh is right or wrong", async () => {
    const { guess, guessMany, compared } = household();
    expect(await guessMany(times(10, "ada"))).toEqual(times(10, "wrong"));
    vi.advanceTimersByTime(20_000);
    expect(await guess("ada", false)).toBe(40);
    expect(await guess("ada", true)).toBe(40);
    expect(compared.times).toBe(10);
    vi.advanceTimersByTime(40_000);
    expect(await guess("ada", true)).toBe("in");
  });

  it("gain nothing by being sent at once", async () => {
    const { guess, compared } = household();
    const answers = await Promise.all(times(50, "ada").map((name) => guess(name, false)));
    expect(answers.filter((answer) => answer === "wrong")).toHaveLength(10);
    expect(compared.times).toBe(10);
  });

  it("affect neither others of the household nor the same user elsewhere", async () => {
    const { guess, guessMany } = household();
    await guessMany(times(15, "ada"));
    expect(await guess("grace", true)).toBe("in");
    expect(await guess("ada", true, "192.0.2.8")).toBe("in");
  });

  it("count for a whole IPv6 network", async () => {
    const { guess } = household();
    for (let host = 1; host <= 10; host += 1) await guess("ada", false, `2001:db8::${host}`);
    expect(await guess("ada", true, "2001:db8::ffff")).toBe(60);
    expect(await guess("ada", true, "2001:db8:0:1::1")).toBe("in");
  });
});

describe("right passwords", () => {
  it("are not limited, even if many arrive at once", async () => {
    const { guess } = household();
    const answers = await Promise.all(times(100, "ada").map((name) => guess(name, true)));
    expect(answers).toEqual(times(100, "in"));
    expect(await guess("ada", false)).toBe("wrong");
  });

  it("don't reset the count of wrong ones", async () => {
    const { guess, guessMany } = household();
    await guessMany(times(9, "ada"));
    expect(await guess("ada", true)).toBe("in");
    expect(await guessMany(["ada", "ada"])).toEqual(["wrong", 60]);
  });
});

describe("guesses of many users' passwords from one address", () => {
  it("are throttled after a hundred in ten minutes", async () => {
    const { guessMany } = household();
    expect(await guessMany(names(100))).toEqual(times(100, "wrong"));
    expect(await guessMany(["ada", "grace"])).toEqual([60, 60]);
    vi.advanceTimersByTime(600_000);
    expect(await guessMany(["ada"])).toEqual(["wrong"]);
  });

  it("don't lock out a user who knows the password, though each name is compared twice a minute", async () => {
    const { guess, guessMany, compared } = household();
    await guessMany(names(150));
    expect(await guess("grace", true)).toBe("in");
    expect(await guessMany(["ada"])).toEqual([60]);
    expect(await guess("ada", true)).toBe("in");
    expect(await guessMany(["ada"])).toEqual([60]);
    compared.times = 0;
    expect(await guess("ada", true)).toBe(60);
    expect(compared.times).toBe(0);
  });

  it("don't affect other addresses", async () => {
    const { guess, guessMany } = household();
    await guessMany(names(150));
    expect(await guess("ada", false, "198.51.100.1")).toBe("wrong");
  });
});

describe("a flood of logins", () => {
  it("is refused beyond the number that may wait", async () => {
    const { guess } = household();
    const answers = await Promise.all(names(500).map((name) => guess(name, true)));
    expect(answers.filter((answer) => answer === "in")).toHaveLength(128);
    expect(answers.filter((answer) => answer === 1)).toHaveLength(372);
    expect(await guess("ada", true)).toBe("in");
  });
});

describe("registrations", () => {
  it("are limited to twenty in ten minutes from one address", async () => {
    const { throttle } = household();
    for (let count = 0; count < 20; count += 1) await throttle.register(home);
    await expect(throttle.register(home)).rejects.toMatchObject({
      code: "throttled",
      retryAfterSeconds: 600,
    });
    await throttle.register("192.0.2.8");
    vi.advanceTimersByTime(600_000);
    await throttle.register(home);
  });
});

describe("the memory of attempts", () => {
  it("is bounded, however many names and addresses there are", () => {
    const name = counterNames();
    const all = Array.from({ length: 100_000 }, (_, index) => name(home, `name-${index}`));
    expect(new Set(all).size).toBeLessThanOrEqual(65_536);
    expect(new Set(all).size).toBeGreaterThan(40_000);
    expect(name(home, "name-7")).toBe(all[7]);
    const other = counterNames();
    expect(names(10).map((each) => other(home, each))).not.toEqual(all.slice(0, 10));
  });
});
