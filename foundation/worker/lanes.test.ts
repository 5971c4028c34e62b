// Lanes of the worker: who waits at the door does not wait behind a flood.
import { describe, expect, it } from "vitest";
import { rooms } from "../../server/rooms.ts";
import { openTestHouse } from "../../server/testing.ts";
import { wechatReaction } from "../access/index.ts";
import { system } from "../act.ts";
import { sendingReactions } from "../notices/index.ts";
import { emit } from "../outbox/index.ts";
import type { Room } from "../room.ts";
import { takeWaiting } from "./dispatch.ts";
import type { Reaction, Work } from "./work.ts";

const flood = Array.from({ length: 200 }, () => ({ name: "test.flooded", body: {} }));
const call = { name: "test.called", body: {} };

const roomOf = (...reactions: Reaction[]): Room => ({ word: "test", title: "试验", reactions });

describe("an urgent reaction", () => {
  it("runs at once while 200 slow ordinary ones wait", async () => {
    const gate = Promise.withResolvers<void>();
    const called = Promise.withResolvers<number>();
    let done = 0;
    const slow: Reaction = {
      on: "test.flooded",
      name: "test.slow",
      run: async () => {
        await gate.promise;
        done += 1;
      },
    };
    const urgent: Reaction = {
      on: "test.called",
      name: "test.urgent",
      lane: "urgent",
      run: async () => called.resolve(done),
    };
    const house = await openTestHouse({ rooms: [...rooms, roomOf(slow, urgent)] });
    await house.worker.start();
    try {
      await house.act(system("test"), (act) => emit(act, ...flood));
      await house.act(system("test"), (act) => emit(act, call));
      expect(await called.promise).toBe(0);
    } finally {
      gate.resolve();
      await house.worker.stop();
    }
  });

  it("is dispatched before all that waited longer, and by itself", async () => {
    const house = await openTestHouse();
    const run = async () => undefined;
    const work: Work = {
      reactions: [
        { on: "test.flooded", name: "test.slow", run },
        { on: "test.called", name: "test.urgent", lane: "urgent", run },
      ],
      longJobs: [],
      sweeps: [],
    };
    await house.act(system("test"), (act) => emit(act, ...flood, call));
    const take = () => house.act(system("test"), (act) => takeWaiting(act, work));
    const first = await take();
    expect(first.jobs.map((job) => [job.queue, job.work])).toEqual([["urgent", "test.urgent"]]);
    const second = await take();
    expect(new Set(second.jobs.map((job) => job.queue))).toEqual(new Set(["reactions"]));
    expect(second.taken).toBe(200);
  });

  it("that fails holds up none beside it", async () => {
    let tries = 0;
    const failing: Reaction = {
      on: "test.called",
      name: "test.failing",
      lane: "urgent",
      run: async () => {
        tries += 1;
        if (tries === 1) throw new Error("the gateway is away");
      },
    };
    const beside = [Promise.withResolvers<number>(), Promise.withResolvers<number>()];
    const [before, after] = beside.map(
      ({ resolve }, nth): Reaction => ({
        on: "test.called",
        name: `test.well-${nth}`,
        lane: "urgent",
        run: async () => resolve(tries),
      }),
    ) as [Reaction, Reaction];
    const house = await openTestHouse({ rooms: [...rooms, roomOf(before, failing, after)] });
    await house.worker.start();
    try {
      await house.act(system("test"), (act) => emit(act, call));
      const seen = await Promise.all(beside.map(({ promise }) => promise));
      expect(Math.max(...seen)).toBeLessThanOrEqual(1);
    } finally {
      await house.worker.stop();
    }
  });
});

describe("what somebody waits for at the door", () => {
  it("goes by the urgent lane: the code of a sign-in and the ticket of WeChat", async () => {
    const house = await openTestHouse();
    await house.anonymous.post("/api/access/codes", { phone: "13900139000" });
    await house.anonymous.post("/api/access/wechat/codes", { code: "zhang-1" });
    await house.settle();
    const { rows } = await house.owner.query("select reaction from outbox.deliveries order by 1");
    const ran = rows.map((row: { reaction: string }) => row.reaction);
    const urgent = [wechatReaction(), ...sendingReactions({ send: async () => "" })]
      .filter(({ lane }) => lane === "urgent")
      .map(({ name }) => name);
    expect(ran).toEqual(urgent.sort());
    expect(ran).toEqual(["access.ask-wechat", "notices.send-awaited"]);
  });
});
