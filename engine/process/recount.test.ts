// Tests of counting again: what a notice that comes later does to terms that run.
import { addCalendarDays, type Day, day } from "@niangjia/foundation/day";
import { announcedHolidays, type HolidayYear } from "@niangjia/foundation/holidays";
import { announcedCalendar, calendarOf, putInUse } from "@niangjia/foundation/workdays";
import { afterEach, describe, expect, test } from "vitest";
import {
  applicant,
  approve,
  cadreOf,
  days,
  flow,
  notice,
  officerOf,
  review,
  timed,
  workdays,
} from "./flow.ts";
import {
  agree,
  cadre,
  clock,
  lapse,
  monday,
  object,
  officer,
  scene,
  submit,
  worker,
} from "./testing.ts";

const recount = { kind: "recount", opinion: "国办发明电〔2025〕1号" } as const;
const [wednesday, friday] = [addCalendarDays(monday, 2), addCalendarDays(monday, 4)];
const saturday = day("2026-03-07");

/** From now on 2026 has these days off, or this weekend day worked, beside what was known. */
function announce(more: Partial<Pick<HolidayYear, "off" | "makeUp">>) {
  const known = announcedHolidays.at(-1)!;
  const { off = [], makeUp = [] } = more;
  const notice = { ...known, off: [...known.off, ...off], makeUp: [...known.makeUp, ...makeUp] };
  putInUse(calendarOf([...announcedHolidays.slice(0, -1), notice]));
}
afterEach(() => putInUse(announcedCalendar));

const within = workdays(5);
const reviewed = () => {
  const play = scene(flow(review(officerOf("union"), { within, extendable: 9 })));
  play.act(worker, submit);
  return play;
};
const dueOf = (play: ReturnType<typeof scene>, task = 1) => play.state.tasks[task - 1]!.due;

describe("a handler's term", () => {
  test("ends later when days of it turn out to be off, and its alarm with it", () => {
    const play = reviewed();
    expect(dueOf(play)).toBe("2026-03-09");
    announce({ off: ["2026-03-05..2026-03-06"] });
    const { actions, timers } = play.act(clock, recount, wednesday);
    expect(actions).toMatchObject([{ kind: "recount", opinion: recount.opinion }]);
    expect(dueOf(play)).toBe("2026-03-11");
    expect(timers).toEqual([{ task: 1, after: "2026-03-11" }]);
    expect(play.replayed()).toEqual(play.state);
  });

  test("ends earlier when a weekend day turns out to be worked: the rule's days are the most they have", () => {
    const play = reviewed();
    announce({ makeUp: [saturday] });
    play.act(clock, recount, wednesday);
    expect(dueOf(play)).toBe(saturday);
  });

  test("is not over before today, nor moved when it was", () => {
    const play = reviewed();
    announce({ makeUp: [saturday] });
    expect(play.turned(clock, recount, day("2026-03-08"))).toBe("process.counted-right");
    const late = reviewed();
    expect(late.turned(clock, recount, day("2026-03-12"))).toBe("process.counted-right");
  });

  test("that was late is in time again when days of it were off", () => {
    const play = reviewed();
    play.act(clock, lapse(1), day("2026-03-10"));
    announce({ off: ["2026-03-05..2026-03-10"] });
    const { timers } = play.act(clock, recount, day("2026-03-10"));
    expect(dueOf(play)).toBe("2026-03-13");
    expect(timers).toEqual([{ task: 1, after: "2026-03-13" }]);
  });

  test("keeps what it was extended by", () => {
    const play = reviewed();
    play.act(officer, { kind: "extend", task: 1, workdays: 2, opinion: "材料待核" }, wednesday);
    expect(dueOf(play)).toBe("2026-03-11");
    announce({ off: ["2026-03-06"] });
    play.act(clock, recount, wednesday);
    expect(dueOf(play)).toBe("2026-03-12");
  });

  test("counted in 日 moves only when its end turns out to be off", () => {
    const play = scene(flow(review(officerOf("union"), { within: days(4) })));
    play.act(worker, submit);
    announce({ off: ["2026-03-04..2026-03-05"] });
    expect(play.turned(clock, recount)).toBe("process.counted-right");
    announce({ off: ["2026-03-06"] });
    play.act(clock, recount);
    expect(dueOf(play)).toBe("2026-03-09");
  });

  test("that stands still is a number of working days, and no notice changes it", () => {
    const play = scene(
      flow(review(officerOf("union"), { within }), approve(cadreOf("union.county"), { within })),
    );
    play.act(worker, submit);
    play.act(officer, { kind: "return", task: 1, opinion: "请补正材料", afterwards: "back" });
    announce({ off: ["2026-03-05"] });
    expect(play.turned(clock, recount)).toBe("process.is-returned");
  });
});

test("the term of the whole case follows the notice like its handlers'", () => {
  const play = scene(
    timed({ within, overseer: cadreOf("union.county") }, review(officerOf("union"))),
  );
  play.act(worker, submit);
  announce({ makeUp: [saturday] });
  play.act(clock, recount, wednesday);
  expect(play.state.term).toMatchObject({ due: saturday, alarm: saturday });
});

describe("a day others rely on", () => {
  const shown = () => {
    const play = scene(flow(notice(within, officerOf("union"))));
    play.act(worker, submit);
    return play;
  };
  const upUntil = (play: ReturnType<typeof scene>): Day | null | undefined =>
    play.state.tokens[0]!.clock?.due;

  test("until when a notice is up moves later and never earlier", () => {
    const play = shown();
    announce({ makeUp: [saturday] });
    expect(play.turned(clock, recount, wednesday)).toBe("process.counted-right");
    announce({ off: [friday] });
    play.act(clock, recount, wednesday);
    expect(upUntil(play)).toBe("2026-03-10");
  });

  test("the objection to it is the house's work, and follows either way", () => {
    const play = scene(flow(notice(within, officerOf("union"), { dealWithin: within })));
    play.act(worker, submit);
    play.act(worker, object(1));
    announce({ makeUp: [saturday] });
    play.act(clock, recount, wednesday);
    expect(dueOf(play)).toBe(saturday);
  });

  test("until when the applicant may sign moves later and never earlier", () => {
    const play = scene(flow(review(applicant(), { within })));
    play.act(worker, submit);
    announce({ makeUp: [saturday] });
    expect(play.turned(clock, recount, wednesday)).toBe("process.counted-right");
    announce({ off: [friday] });
    play.act(clock, recount, wednesday);
    expect(dueOf(play)).toBe("2026-03-10");
  });
});

test("counting again is the house's alone, and says when there is nothing to do", () => {
  const play = reviewed();
  expect(play.turned(cadre, recount)).toBe("process.only-house");
  expect(play.turned(clock, recount)).toBe("process.counted-right");
  play.act(officer, agree(1));
  expect(play.turned(clock, recount)).toMatch(/^process\./);
});
