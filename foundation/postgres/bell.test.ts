// The bell: what is rung goes out soon, many rings as one, and nothing is left unrung at the end.
import { describe, expect, test } from "vitest";
import { Bell } from "./bell.ts";

describe("A bell", () => {
  test("tells each channel once, however often it was rung meanwhile", async () => {
    const told: string[] = [];
    const bell = new Bell(async (channel) => told.push(channel));
    for (let nth = 0; nth < 5; nth += 1) bell.ring(new Set(["events"]));
    bell.ring(new Set(["access", "events"]));
    expect(told).toEqual([]);
    await expect.poll(() => told.toSorted()).toEqual(["access", "events"]);
    bell.ring(new Set(["events"]));
    await expect.poll(() => told).toHaveLength(3);
  });

  test("rings what is left before it is still, and bears one that cannot be heard", async () => {
    const told: string[] = [];
    const bell = new Bell(async (channel) => {
      told.push(channel);
      throw new Error("nobody hears it");
    });
    bell.ring(new Set(["events"]));
    await bell.still();
    expect(told).toEqual(["events"]);
    bell.ring(new Set());
    await bell.still();
    expect(told).toEqual(["events"]);
  });
});
