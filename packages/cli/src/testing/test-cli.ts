import { newFolder } from "@outlay/testing";
import { typeLine } from "./type-line.ts";

interface Surroundings {
  /** The terminal's width; undefined for a pipe. */
  columns?: number;
  env?: Record<string, string>;
}

export interface Shown {
  code: number;
  out: string;
  err: string;
}

/** A machine of the test's own, on which command lines can be typed. @param now the time there */
export async function testCli(now: Date) {
  const home = await newFolder();
  return async (line: string, surroundings: Surroundings = {}): Promise<Shown> => {
    const typed = await typeLine(home, line.split(" "), { now, ...surroundings });
    return { code: typed.code, out: typed.stdout, err: typed.stderr };
  };
}
