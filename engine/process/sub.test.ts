// Tests of sub-cases (关联事项): cases begun by a case, waited for or not.
import { describe, expect, test } from "vitest";
import type { Step } from "./flow.ts";
import { approve, chairOf, flow, officerOf, otherwise, review, sub, together } from "./flow.ts";
import {
  agree,
  chair,
  clock,
  giveBack,
  officer,
  reject,
  resubmit,
  returnBack,
  scene,
  sendBack,
  subEnded,
  submit,
  worker,
} from "./testing.ts";

const started = (facts: Record<string, unknown>, ...steps: Step[]) => {
  const play = scene(flow(...steps), undefined, facts);
  return { play, first: play.act(worker, submit) };
};
const last = approve(chairOf("union"), { id: "last" });

describe("a sub-case", () => {
  test("is begun with facts of this case and values of the definition", () => {
    const facts = { name: { field: "name" }, kind: { value: "法律援助" } };
    const { first } = started({ name: "林小满" }, sub("legal-aid.apply", { facts }), last);
    expect(first.effects).toEqual([
      {
        ...{ kind: "begin-sub", token: 1, key: 1, function: "legal-aid.apply" },
        facts: { name: "林小满", kind: "法律援助" },
      },
    ]);
  });

  test("that is waited for holds the case until it has ended, and is told by the house alone", () => {
    const { play } = started({}, sub("other.begin"), last);
    expect(play.at).toEqual([]);
    expect(play.turned(officer, subEnded(1, 1, "approved"))).toBe("process.only-house");
    expect(play.turned(clock, subEnded(1, 2, "approved"))).toBe("process.not-waiting");
    play.act(clock, subEnded(1, 1, "approved"));
    expect(play.at).toEqual(["last"]);
    expect(play.turned(clock, subEnded(1, 1, "approved"))).toBe("process.not-waiting");
  });

  test("that is not waited for is begun and the case goes on", () => {
    const { play, first } = started({}, sub("other.begin", { wait: false }), last);
    expect(first.effects).toHaveLength(1);
    expect(play.at).toEqual(["last"]);
  });

  test("is begun for each of several values, and all are waited for", () => {
    const each = { field: "members", as: "member" };
    const { play, first } = started({ members: ["甲", "乙"] }, sub("other.begin", { each }), last);
    expect(first.effects).toMatchObject([
      { key: 1, facts: { member: "甲" } },
      { key: 2, facts: { member: "乙" } },
    ]);
    play.act(clock, subEnded(1, 2, "approved"));
    expect(play.at).toEqual([]);
    play.act(clock, subEnded(1, 1, "approved"));
    expect(play.at).toEqual(["last"]);
  });

  test("is begun for each row of a table by one of its cells, with other cells of that row", () => {
    const each = { field: "people.job", as: "job" };
    const facts = { name: { field: "people.name" }, place: { field: "place" } };
    const rows = [
      { job: "焊工", name: "林小满" },
      { job: "钳工", name: "周立夏" },
      { job: "焊工", name: "吴大雪" },
      { name: "无工种" },
    ];
    const form = { people: rows, place: "长沙" };
    const { play, first } = started(form, sub("other.begin", { each, facts }), last);
    expect(first.effects).toMatchObject([
      { key: 1, facts: { job: "焊工", name: "林小满", place: "长沙" } },
      { key: 2, facts: { job: "钳工", name: "周立夏", place: "长沙" } },
    ]);
    expect(first.effects).toHaveLength(2);
    play.act(clock, subEnded(1, 1, "approved"));
    play.act(clock, subEnded(1, 2, "approved"));
    expect(play.at).toEqual(["last"]);
  });

  test("that is not waited for is begun once for each row, also when the rows have changed", () => {
    const each = { field: "people.job", as: "job" };
    const facts: Record<string, unknown> = { people: [{ job: "焊工" }, { job: "钳工" }] };
    const begin = sub("other.begin", { wait: false, each });
    const { play } = started(facts, review(officerOf("union"), { id: "first" }), begin, last);
    play.act(officer, agree(1));
    play.act(chair, giveBack(play.task("last")));
    facts.people = [{ job: "钳工" }, { job: "电工" }];
    play.act(worker, resubmit);
    const { effects } = play.act(officer, agree(play.task("first")));
    expect(effects).toMatchObject([{ kind: "begin-sub", facts: { job: "电工" } }]);
    expect(effects).toHaveLength(1);
  });

  test("for each of none is passed", () => {
    const each = { field: "members", as: "member" };
    for (const members of [[], undefined, ""]) {
      expect(started({ members }, sub("other.begin", { each }), last).play.at).toEqual(["last"]);
    }
  });

  test("that fails rejects this case and stops the others, unless it may go on", () => {
    const each = { field: "members", as: "member" };
    const facts = { members: ["甲", "乙"] };
    const { play } = started(facts, sub("other.begin", { each }), last);
    const failed = play.act(clock, subEnded(1, 1, "withdrawn"));
    expect(failed.state.status).toBe("rejected");
    expect(failed.effects).toEqual([{ kind: "stop-subs", token: 1 }]);
    const lax = started(facts, sub("other.begin", { each, onFailure: "go-on" }), last);
    lax.play.act(clock, subEnded(1, 1, "rejected"));
    lax.play.act(clock, subEnded(1, 2, "approved"));
    expect(lax.play.at).toEqual(["last"]);
  });

  test("is begun anew when the case went back before it", () => {
    const { play } = started(
      {},
      review(officerOf("union"), { id: "first" }),
      sub("other.begin"),
      last,
    );
    play.act(officer, agree(1));
    play.act(clock, subEnded(2, 1, "approved"));
    play.act(chair, sendBack(play.task("last"), "first", "on"));
    const again = play.act(officer, agree(play.task("first")));
    expect(again.effects).toMatchObject([{ kind: "begin-sub", token: 5 }]);
  });

  test("that still runs is stopped when the case goes back before it", () => {
    const { play } = started(
      {},
      review(officerOf("union"), { id: "first" }),
      together(otherwise("关联", sub("other.begin")), otherwise("复核", review(chairOf("union")))),
      last,
    );
    play.act(officer, agree(1));
    const begun = play.state.tokens.find(({ subs }) => subs)!.id;
    const { effects } = play.act(chair, sendBack(play.task("review-2"), "first", "on"));
    expect(effects).toEqual([{ kind: "stop-subs", token: begun }]);
  });

  test("that ends while the case is with the applicant is counted when it comes back", () => {
    const { play } = started(
      {},
      together(
        otherwise("关联", sub("other.begin")),
        otherwise("初审", review(officerOf("union"), { id: "first" })),
      ),
      last,
    );
    play.act(officer, returnBack(play.task("first")));
    play.act(clock, subEnded(2, 1, "approved"));
    expect(play.state.status).toBe("returned");
    play.act(worker, resubmit);
    play.act(officer, agree(play.task("first")));
    expect(play.at).toEqual(["last"]);
  });

  test("that is not waited for goes its own way: it is not stopped, nor begun twice for one value", () => {
    const each = { field: "members", as: "member" };
    const facts: Record<string, unknown> = { members: ["甲", "乙"] };
    for (const [steps, begun] of [
      [sub("other.begin", { wait: false, each }), ["丙"]],
      [sub("other.begin", { wait: false, facts: { member: { field: "members" } } }), []],
    ] as const) {
      facts.members = ["甲", "乙"];
      const { play } = started(facts, review(officerOf("union"), { id: "first" }), steps, last);
      play.act(officer, agree(1));
      expect(play.act(chair, giveBack(play.task("last"))).effects).toEqual([]);
      facts.members = ["乙", "丙"];
      play.act(worker, resubmit);
      const { effects } = play.act(officer, agree(play.task("first")));
      const given = effects.map((one) => one.kind === "begin-sub" && one.facts.member);
      expect(given).toEqual(begun);
      expect(play.at).toEqual(["last"]);
      expect(play.act(chair, reject(play.task("last"))).effects).toEqual([]);
    }
  });

  test("that is not waited for tells this case nothing when it ends", () => {
    const { play } = started({}, sub("other.begin", { wait: false }), last);
    expect(play.turned(clock, subEnded(1, 1, "rejected"))).toBe("process.not-waiting");
  });
});
