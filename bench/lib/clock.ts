/** Milliseconds on a clock that all processes of the machine share. */
export const sharedMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Measures how long work takes. */
export async function timedMs(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
