import { EventEmitter } from "node:events";
import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { Refusal } from "../domain/refusal.ts";
import { BodiesUnderWay } from "./bodies-under-way.ts";

const kibibyte = 1024;
const limits = {
  maxBodiesBytes: 100 * kibibyte,
  bodyGraceMs: 10_000,
  minBodyBytesPerSecond: 16 * kibibyte,
};

function bodiesUnderWay(maxBodiesBytes = limits.maxBodiesBytes) {
  let nowMs = 0;
  const bodies = new BodiesUnderWay({ ...limits, maxBodiesBytes }, () => nowMs);

  /** A request whose body comes from this address. */
  function begin(address: string) {
    const request = new EventEmitter() as IncomingMessage;
    const errors: unknown[] = [];
    request.on("error", (error: unknown) => errors.push(error));
    bodies.begin(request, address);
    return {
      request,
      send: (kibibytes: number) => request.emit("data", Buffer.alloc(kibibytes * kibibyte)),
      sendBytes: (count: number) => {
        for (let sent = 0; sent < count; sent += 1) request.emit("data", Buffer.alloc(1));
      },
      endSending: () => request.emit("end"),
      finish: () => bodies.end(request),
      /** The code of the refusal, if it is refused. */
      refusal: () => {
        const [error] = errors;
        return error instanceof Refusal ? error : undefined;
      },
    };
  }
  return { bodies, begin, pass: (ms: number) => void (nowMs += ms) };
}

const [home, office, elsewhere] = ["192.0.2.1", "192.0.2.2", "192.0.2.3"] as const;

describe("when bodies take too much memory together", () => {
  it("the largest body of the largest network is given up", () => {
    const { bodies, begin } = bodiesUnderWay();
    const own = begin(elsewhere);
    own.send(45);
    const [small, large, other] = [begin(home), begin(home), begin(office)];
    small.send(10);
    large.send(20);
    other.send(15);
    const last = begin(home);
    last.send(10);
    expect(own.refusal()).toMatchObject({
      code: "throttled",
      retryAfterSeconds: 1,
      isBodyUnread: true,
    });
    for (const one of [small, large, other, last]) expect(one.refusal()).toBeUndefined();
    begin(office).send(30);
    begin(home).send(19);
    expect(large.refusal()?.code).toBe("throttled");
    expect(bodies.heldBytes).toBeLessThanOrEqual(limits.maxBodiesBytes);
  });

  it("that network gives up as many bodies as necessary", () => {
    const { bodies, begin } = bodiesUnderWay();
    const half = [begin(home), begin(home), begin(home)];
    for (const one of half) one.send(30);
    const last = begin(office);
    last.send(50);
    expect(half.filter((one) => one.refusal())).toHaveLength(2);
    expect(last.refusal()).toBeUndefined();
    expect(bodies.heldBytes).toBeLessThanOrEqual(limits.maxBodiesBytes);
  });

  it("a client that sends little gets through, however many unfinished bodies another one sends", () => {
    const { begin } = bodiesUnderWay();
    const half = Array.from({ length: 200 }, () => {
      const body = begin(home);
      body.send(5);
      return body;
    });
    expect(half.filter((one) => one.refusal()).length).toBeGreaterThan(150);
    const bodies = Array.from({ length: 5 }, () => begin(office));
    for (const body of bodies) body.send(1);
    expect(bodies.map((one) => one.refusal())).toEqual(Array(5).fill(undefined));
  });

  it("a complete body is not given up any more", () => {
    const { begin } = bodiesUnderWay();
    const whole = begin(home);
    whole.send(80);
    whole.endSending();
    const next = begin(office);
    next.send(30);
    expect(whole.refusal()).toBeUndefined();
    expect(next.refusal()?.code).toBe("throttled");
    whole.finish();
    const after = begin(office);
    after.send(90);
    expect(after.refusal()).toBeUndefined();
  });

  it("nothing remains of finished bodies", () => {
    const { bodies, begin } = bodiesUnderWay();
    const all = [begin(home), begin(office), begin(home)];
    for (const one of all) one.send(40);
    for (const one of all) {
      one.send(1);
      one.finish();
      one.finish();
    }
    expect(bodies.heldBytes).toBe(0);
  });
});

it("refuses a body that arrives byte by byte, because each piece has an overhead", () => {
  const { begin } = bodiesUnderWay(1024 * kibibyte);
  const slow = begin(home);
  slow.sendBytes(1000);
  expect(slow.refusal()).toBeUndefined();
  slow.sendBytes(1000);
  expect(slow.refusal()).toMatchObject({ code: "body_too_large" });
});

it("finds bodies that arrive more slowly than any real connection", () => {
  const { bodies, begin, pass } = bodiesUnderWay();
  const [slow, fast, whole] = [begin(home), begin(home), begin(home)];
  for (const one of [slow, fast, whole]) one.send(1);
  whole.endSending();
  pass(10_000);
  expect(bodies.slow()).toEqual([]);
  fast.send(40);
  pass(2000);
  expect(bodies.slow()).toEqual([slow.request]);
  pass(1000);
  expect(bodies.slow()).toEqual([slow.request, fast.request]);
});
