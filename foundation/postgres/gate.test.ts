// The gate: a few at once, the others in their order, and nobody for ever.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Gate } from "./gate.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Notes who is in once they are. */
function comers(gate: Gate, names: string): string[] {
  const inside: string[] = [];
  for (const name of names) void gate.enter().then(() => inside.push(name));
  return inside;
}

const turns = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

it("lets a few in at once, and one for each who leaves, in the order in which they came", async () => {
  const gate = new Gate(2, 10);
  const inside = comers(gate, "abcde");
  await turns();
  expect([inside.join(""), gate.waiting]).toEqual(["ab", 3]);
  gate.leave();
  await turns();
  expect([inside.join(""), gate.waiting]).toEqual(["abc", 2]);
  gate.leave();
  gate.leave();
  await turns();
  expect([inside.join(""), gate.waiting]).toEqual(["abcde", 0]);
});

it("lets in who has waited long, past those who stay, and afterwards keeps to a few again", async () => {
  const gate = new Gate(2, 10);
  const inside = comers(gate, "abc");
  await vi.advanceTimersByTimeAsync(9);
  expect(inside.join("")).toBe("ab");
  await vi.advanceTimersByTimeAsync(1);
  expect(inside.join("")).toBe("abc");
  const later = comers(gate, "de");
  gate.leave();
  await turns();
  expect(later.join("")).toBe("");
  gate.leave();
  await turns();
  expect(later.join("")).toBe("d");
});
