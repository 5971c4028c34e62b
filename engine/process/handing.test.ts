// Tests of handing (认领、转办、委派、代理、工作交接): whose a task is, and how it passes on.
import { day } from "@niangjia/foundation/day";
import type { Role } from "@niangjia/foundation/roles";
import { describe, expect, test } from "vitest";
import type { Definition } from "./definition.ts";
import {
  allSign,
  applicant,
  approve,
  cadreOf,
  chairOf,
  chosen,
  flow,
  officerOf,
  otherwise,
  review,
  together,
  wait,
  workdays,
} from "./flow.ts";
import {
  addSign,
  agree,
  cadre,
  chair,
  city,
  clerk,
  clock,
  county,
  countyOfficer,
  delegate,
  firm,
  giveBack,
  handOver,
  legal,
  officer,
  partyOf,
  passOn,
  person,
  reject,
  removeSign,
  resubmit,
  scene,
  stranger,
  submit,
  transfer,
  worker,
} from "./testing.ts";

type Step = Parameters<typeof flow>[number];
const started = (...steps: Step[]) => {
  const play = scene(flow(...steps));
  play.act(worker, submit);
  return play;
};
const plain = review(officerOf("union"), { within: workdays(3) });
const claim = { kind: "claim", task: 1 } as const;
const putBack = { kind: "put-back", task: 1 } as const;
const tuesday = day("2026-03-03");

describe("a task", () => {
  test("is for everybody who holds the post, until one of them claims it", () => {
    const play = started(plain);
    play.act(officer, claim);
    expect(play.turned(clerk, agree(1))).toBe("process.claimed");
    expect(play.turned(clerk, claim)).toBe("process.claimed");
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });

  test("that was claimed may be put back, one that was given by name may not", () => {
    const play = started(plain);
    expect(play.turned(officer, putBack)).toBe("process.not-claimed");
    play.act(officer, claim);
    play.act(officer, putBack);
    play.act(clerk, claim);
    play.act(clerk, transfer(1, officer));
    expect(play.turned(officer, { kind: "put-back", task: 2 })).toBe("process.given-by-name");
  });

  test("is for the person chosen in the form, and without one the step cannot be entered", () => {
    const definition = flow(review(officerOf("union")), approve(chosen("cadre", "union", "who")));
    const play = scene(definition, undefined, { who: legal.post!.id });
    play.act(worker, submit);
    expect(play.act(officer, agree(1)).opened).toMatchObject([{ holder: { words: "钱律师" } }]);
    expect(play.turned(person("别人", "cadre"), agree(2))).toBe("process.not-yours");
    const nobody = scene(definition, undefined, {});
    nobody.act(worker, submit);
    expect(nobody.turned(officer, agree(1))).toBe("process.nobody-chosen");
  });

  test("chosen for somebody who has left since is for who does such work there", () => {
    const definition = flow(review(officerOf("union")), approve(chosen("cadre", "union", "who")));
    const play = scene(definition, undefined, { who: "post-gone" });
    play.act(worker, submit);
    const { opened } = play.act(officer, agree(1));
    expect(opened).toMatchObject([{ role: "cadre", orgPath: firm }]);
    expect(opened[0]?.holder).toBeUndefined();
    expect(play.act(person("别人", "cadre"), agree(2)).effect).toBe(true);
  });

  test("chosen for a party of the case is for the post, and never theirs", () => {
    const definition = flow(review(chosen("officer", "union", "who")));
    const play = scene(definition, undefined, { who: officer.post!.id });
    play.act(officer, submit);
    expect(play.state.tasks[0]).toMatchObject({ role: "officer" });
    expect(play.state.tasks[0]?.holder).toBeUndefined();
    expect(play.turned(officer, agree(1))).toBe("process.own-case");
    expect(play.act(clerk, agree(1)).effect).toBe(true);
  });

  test("for the applicant is theirs alone, and the one thing they decide", () => {
    const play = started(review(officerOf("union")), review(applicant()));
    play.act(officer, agree(1));
    expect(play.turned(officer, agree(2))).toBe("process.not-yours");
    expect(play.act(worker, agree(2)).effect).toBe(true);
  });
});

describe("转办, transferring", () => {
  test("keeps since when it has waited, until its time stood still", () => {
    const play = started(review(officerOf("union"), { within: workdays(9) }));
    const { since } = play.state.tasks[0]!;
    play.act(officer, transfer(1, chair), tuesday);
    const again = play.act(chair, transfer(2, legal), day("2026-03-04")).opened[0]!;
    expect(again.begun).toBe(since);
    expect(again.since > since).toBe(true);
    play.act(legal, addSign(3, "before", officer), day("2026-03-05"));
    play.act(officer, agree(4), day("2026-03-06"));
    expect(play.state.tasks[2]?.begun).toBeUndefined();
  });

  test("gives the other the task by name, with what is left of the term and who was added", () => {
    const play = started(plain);
    play.act(officer, addSign(1, "after", legal));
    const { opened, closed } = play.act(officer, transfer(1, chair), tuesday);
    expect(opened).toMatchObject([{ id: 3, due: "2026-03-05", holder: { words: "吴主席" } }]);
    expect(closed).toMatchObject([{ closed: { how: "transfer" } }]);
    play.act(chair, agree(3));
    expect(play.act(legal, agree(2)).effect).toBe(true);
  });

  test("is refused to oneself, to a party, off the line and to someone asked at the step", () => {
    const play = started(review(allSign(officerOf("union"), chairOf("union"))));
    expect(play.turned(officer, transfer(1, officer))).toBe("process.to-oneself");
    expect(play.turned(officer, transfer(1, chair))).toBe("process.already-asked");
    expect(play.turned(officer, transfer(1, worker))).toBe("process.no-such-post");
    expect(play.turned(officer, transfer(1, stranger))).toBe("process.off-the-line");
    const about = scene(flow(plain), ["person-吴主席"]);
    about.act(worker, submit);
    expect(about.turned(officer, transfer(1, chair))).toBe("process.other-barred");
  });
});

describe("委派, delegating", () => {
  test("asks the other first, and the task comes back with what was left of its term", () => {
    const play = started(plain);
    play.act(officer, delegate(1, legal), tuesday);
    expect(play.turned(officer, agree(1))).toBe("process.waiting");
    const { opened, effect } = play.act(legal, agree(2), day("2026-03-05"));
    expect(effect).toBeUndefined();
    expect(opened).toMatchObject([{ id: 1, due: "2026-03-09" }]);
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });

  test("lets the delegate answer only: to return, reject, add or delegate is the delegator's", () => {
    const play = started(plain);
    play.act(officer, delegate(1, legal));
    expect(play.turned(legal, reject(2))).toBe("process.only-answer");
    expect(play.turned(legal, giveBack(2))).toBe("process.only-answer");
    expect(play.turned(legal, addSign(2, "before", chair))).toBe("process.only-answer");
    expect(play.turned(legal, delegate(2, chair))).toBe("process.only-answer");
    expect(play.act(legal, transfer(2, chair)).opened).toMatchObject([{ id: 3 }]);
  });

  test("may be called off by whoever delegated", () => {
    const play = started(plain);
    play.act(officer, delegate(1, legal));
    expect(play.act(officer, removeSign(2)).opened).toMatchObject([{ id: 1 }]);
  });
});

describe("代理, a standing proxy", () => {
  const proxy = { ...person("代理人", "officer"), standsFor: [partyOf(officer)] };
  // At a post of their own, so that nothing here is theirs but as a proxy.
  proxy.post = { ...proxy.post!, role: "cadre", orgPath: county };

  test("does what their principal may, and the words say for whom", () => {
    const play = started(plain);
    const { actions } = play.act(proxy, agree(1));
    expect(actions[0]?.by).toMatchObject({ words: "代理人（代周干事）", for: "周干事" });
  });

  test("is kept from what the principal or they themselves are kept from", () => {
    const own = scene(flow(plain));
    own.act(officer, submit);
    expect(own.turned(proxy, agree(1))).toBe("process.own-case");
    const theirs = scene(flow(plain), ["person-代理人"]);
    theirs.act(worker, submit);
    expect(theirs.turned(proxy, agree(1))).toBe("process.own-case");
  });

  test("is none from a post that does not do such work, or does it elsewhere", () => {
    const play = started(plain);
    play.act(officer, claim);
    const from = (role: Role, at = firm) => ({
      ...person("代理人", role, at),
      standsFor: [partyOf(officer)],
    });
    for (const who of [
      from("lawyer"),
      from("officer", partyOf(stranger).orgPath),
      { ...proxy, post: null },
    ]) {
      expect(play.turned(who, agree(1))).toBe("process.not-yours");
    }
    expect(play.act(from("chair", county), agree(1)).effect).toBe(true);
  });

  test("claims a task for their principal, who may do it themselves", () => {
    const play = started(plain);
    play.act(proxy, claim);
    expect(play.state.tasks[0]?.holder?.words).toBe("周干事");
    expect(play.turned(clerk, agree(1))).toBe("process.claimed");
    expect(play.act(officer, agree(1)).effect).toBe(true);
  });
});

describe("工作交接, handing over", () => {
  test("is the house's: the task goes to another by name, also while the case is with the applicant", () => {
    const play = started(plain);
    play.act(officer, claim);
    expect(play.turned(officer, handOver(1, clerk))).toBe("process.only-house");
    play.act(officer, { kind: "return", task: 1, opinion: "请补正", afterwards: "back" });
    play.act(clock, handOver(1, clerk));
    expect(play.act(worker, { kind: "resubmit" }).opened).toMatchObject([
      { id: 2, holder: { words: "孙干事" } },
    ]);
    expect(play.turned(officer, agree(2))).toBe("process.not-yours");
  });

  test("is to who does the work of a role it was asked of, on its way to who has it now too", () => {
    const play = started(review(chairOf("union")));
    expect(play.turned(clock, handOver(1, clerk))).toBe("process.other-role");
    play.act(clock, handOver(1, legal));
    expect(play.state.tasks[1]).toMatchObject({ role: "cadre", holder: { words: "钱律师" } });
    const passed = started(plain);
    passed.act(officer, transfer(1, chair));
    passed.act(clock, handOver(2, clerk));
    expect(passed.act(clerk, agree(3)).effect).toBe(true);
  });
});

describe("what was handed in from a post and is returned", () => {
  const returned = (who = clerk) => {
    const play = scene(flow(review(cadreOf("union.county")), approve(officerOf("union"))));
    play.act(who, submit);
    play.act(cadre, giveBack(1));
    return play;
  };

  test("passes to who follows there, and whoever handed it in still decides nothing of it", () => {
    const play = returned();
    const passed = play.act(clock, passOn(officer));
    expect(passed.actions).toMatchObject([{ kind: "hand-over", parties: [{ words: "周干事" }] }]);
    expect(play.turned(clerk, resubmit)).toBe("process.not-applicant");
    play.act(officer, resubmit);
    expect(play.act(cadre, agree(2)).opened).toMatchObject([{ role: "officer", orgPath: firm }]);
    for (const who of [clerk, officer]) {
      expect(play.turned(who, agree(3))).toBe("process.own-case");
    }
  });

  test("stays theirs who apply for themselves, while it runs, and from anybody's hand but the house's", () => {
    expect(returned(worker).turned(clock, passOn(officer))).toBe("process.no-such-task");
    const running = scene(flow(review(cadreOf("union.county"))));
    running.act(clerk, submit);
    expect(running.turned(clock, passOn(officer))).toBe("process.no-such-task");
    const play = returned();
    expect(play.turned(cadre, passOn(officer))).toBe("process.only-house");
    expect(play.turned(clock, passOn(clerk))).toBe("process.other-barred");
    expect(play.turned(clock, passOn(worker))).toBe("process.no-such-post");
  });
});

test("a task never goes to a party, off the union's line, or to who is barred, however it is handed on", () => {
  const ways = {
    transfer: [officer, (to: typeof officer) => transfer(2, to)],
    delegate: [officer, (to: typeof officer) => delegate(2, to)],
    before: [officer, (to: typeof officer) => addSign(2, "before", to)],
    after: [officer, (to: typeof officer) => addSign(2, "after", to)],
    "hand-over": [clock, (to: typeof officer) => handOver(2, to)],
  } as const;
  for (const [who, give] of Object.values(ways)) {
    const play = scene(
      flow(review(officerOf("union")), approve(officerOf("union"), { distinct: true })),
      ["person-吴主席"],
    );
    play.act(worker, submit);
    play.act(clerk, agree(1));
    expect(play.turned(who, give(chair))).toBe("process.other-barred");
    expect(play.turned(who, give(clerk))).toBe("process.other-barred");
    expect(play.turned(who, give(stranger))).toBe("process.off-the-line");
    expect(play.turned(who, give(worker))).toBe("process.no-such-post");
  }
});

test("a place is found from the union upwards: the next above, or the nearest of a level", () => {
  const at = (place: string) =>
    scene(flow(review(officerOf(place)))).act(worker, submit).opened[0]?.orgPath;
  expect(at("union")).toBe(firm);
  expect(at("union.parent")).toBe(county);
  expect(at("union.parent.parent")).toBe(city);
  expect(at("union.county")).toBe(county);
  expect(at("union.county.county")).toBe(county);
  expect(at("union.city")).toBe(city);
  expect(at("union.federation")).toBe(county);
  expect(at("union.city.federation")).toBe(city);
});

test("nobody there → up: a place whose post nobody holds passes to who does its work, then up", () => {
  const definition = flow(review(officerOf("union")));
  const held = (roles: readonly ("cadre" | "officer")[]) =>
    scene(definition).seated(worker, submit, roles).opened[0];
  expect(held(["cadre"])).toMatchObject({ role: "cadre", orgPath: officer.post!.orgPath });
  expect(held([])).toMatchObject({ role: "officer", orgPath: countyOfficer.post!.orgPath });
});

test("nobody who may → up: a post whose only holders are kept from the case is passed over", () => {
  const own = { ...officer, name: "林干事", accountId: "account-else", personId: worker.personId };
  const opened = (definition: Definition, ...staff: (typeof officer)[]) => {
    const play = scene(definition);
    play.staffed(...staff);
    return play.act(worker, submit).opened;
  };
  const reviewed = flow(review(officerOf("union")));
  expect(opened(reviewed, own, countyOfficer)).toMatchObject([{ orgPath: county }]);
  expect(opened(reviewed, own, clerk, countyOfficer)).toMatchObject([
    { orgPath: officer.post!.orgPath },
  ]);
  expect(opened(reviewed, own)).toMatchObject([
    { role: "officer", orgPath: officer.post!.orgPath },
  ]);
  const both = flow(review(allSign(officerOf("union"), chairOf("union"))));
  expect(opened(both, own, chair)).toMatchObject([{ role: "chair" }]);
});

test("nobody else → up: where another person is asked for, who decided before is passed over", () => {
  const apart = flow(review(officerOf("union")), approve(officerOf("union"), { distinct: true }));
  const play = scene(apart);
  play.staffed(officer, countyOfficer);
  play.act(worker, submit);
  expect(play.act(officer, agree(1)).opened).toMatchObject([{ role: "officer", orgPath: county }]);
});

test("under 转入新流程 open steps go on by the names given, and what fits nowhere is refused", () => {
  const before = flow(review(officerOf("union"), { id: "old" }), approve(chairOf("union")));
  const after = flow(
    review(officerOf("union"), { id: "new" }),
    review(cadreOf("union.county"), { id: "added" }),
    approve(chairOf("union")),
  );
  const play = scene(before);
  play.act(worker, submit);
  play.under(after);
  const migrate = (nodes: Record<string, string>) =>
    ({ kind: "migrate", nodes, opinion: "流程已修订" }) as const;
  expect(play.turned(clock, migrate({}))).toBe("process.not-migratable");
  const inside = together(
    otherwise("甲", review(officerOf("union"), { id: "old" })),
    otherwise("乙"),
  );
  for (const elsewhere of [inside, wait(workdays(3), { id: "old" })]) {
    play.under(flow(elsewhere, approve(chairOf("union"))));
    expect(play.turned(clock, migrate({}))).toBe("process.not-migratable");
  }
  play.under(after);
  expect(play.turned(officer, migrate({ old: "new" }))).toBe("process.only-house");
  play.act(clock, migrate({ old: "new" }));
  play.act(officer, agree(1));
  expect(play.at).toEqual(["added"]);
  play.act(cadre, agree(2));
  expect(play.at).toEqual(["approve"]);
});
