// Founding in the demo (演示工会组建): firms without a union with their plans, and three foundings at different steps.
import { type Act, system } from "@niangjia/foundation/act";
import { addCalendarDays, dayOf } from "@niangjia/foundation/day";
import { newId } from "@niangjia/foundation/ids";
import { room } from "@niangjia/platforms/grassroots/founding";
import { sql } from "kysely";
import type { House } from "../app.ts";
import { DemoDesk, demoActor, demoPaper } from "./desk.ts";
import { divisionOf } from "./divisions.ts";
import { firmName, villageName } from "./employer-names.ts";
import { officerName } from "./names.ts";
import { creditCode, staffPhone } from "./numbers.ts";
import { createRandom, type Random } from "./random.ts";
import { demoSeed } from "./seed.ts";
import { showcase } from "./unions.ts";

interface Place {
  readonly id: string;
  readonly path: string;
}

export interface FoundingDemo {
  readonly townPath: string;
  readonly countyPath: string;
}

/** Beyond the codes and phones of the demo's own unions and accounts. */
const apart = 900_000;
const unlisted = 14;

async function unionAt(act: Act, path: string): Promise<Place> {
  const { rows } = await sql<Place>`select id, path from organisation.unions
    where path = ${path}`.execute(act.tx);
  if (!rows[0]) throw new Error(`the demo has no union at ${path}`);
  return rows[0];
}

function nameOf(random: Random, nth: number): { kind: string; name: string } {
  if (nth % 5 === 4) return { kind: "community", name: villageName(random, showcase.town) };
  return { kind: "firm", name: firmName(random, "机械", divisionOf("430121")) };
}

async function listTargets(act: Act, random: Random, at: Place): Promise<void> {
  const today = dayOf(act.now);
  for (let nth = 0; nth < unlisted; nth += 1) {
    const { kind, name } = nameOf(random, nth);
    const uscc = kind === "firm" ? creditCode("firm", "430121", apart + nth) : null;
    const planned = nth % 3 === 0;
    await sql`insert into business.founding_targets (id, org_path, org_id, kind, name, uscc, address,
        staff, employed, opened_day, source, found_at, plan_who, plan_day, plan_note)
      values (${newId(act.now)}, ${at.path}, ${at.id}, ${kind}, ${name}, ${uscc},
        ${`长沙县星沙街道开元路 ${random.int(2, 300)} 号`}, ${random.int(8, 320)}, ${random.int(0, 9)},
        ${addCalendarDays(today, -random.int(30, 900))}, 'demo', ${act.now},
        ${planned ? officerName(random) : null},
        ${planned ? addCalendarDays(today, nth === 6 ? -9 : 20 + nth) : null},
        ${planned ? "先发展会员，再开会选举" : null})
      on conflict do nothing`.execute(act.tx);
  }
}

/** An application of the nth firm. */
async function applyFacts(act: Act, random: Random, { town, nth }: { town: Place; nth: number }) {
  const firm = firmName(random, "物流", divisionOf("430121"));
  const members = random.int(40, 180);
  const person = (at: number, role: string) => ({
    ...{ name: officerName(random), role, phone: staffPhone(apart + nth * 10 + at) },
  });
  return {
    ...{ parent: town.id, firm, uscc: creditCode("firm", "430121", apart + 100 + nth) },
    ...{ firmType: "170", address: `长沙县星沙街道漓湘路 ${random.int(2, 200)} 号` },
    ...{ staff: members + 20, members, women: Math.floor(members / 3) },
    ...{ name: `${firm}工会委员会`, way: "own", partyOrg: "星沙街道两新组织党委" },
    group: [person(0, "lead"), person(1, "member"), person(2, "member")],
    ...{ fromWorkers: true, noRelatives: true },
    papers: [await demoPaper(act, "成立工会的请示.pdf")],
  };
}

async function electFacts(act: Act, random: Random, union: string) {
  const today = dayOf(act.now);
  const rows = (votes: readonly number[], first: string) =>
    votes.map((got, nth) => ({
      ...{ name: officerName(random), office: nth === 0 ? first : "member", votes: got },
    }));
  return {
    ...{ union, meeting: "all", day: today, termYears: "five", members: 96, women: 31 },
    ...{ due: 96, present: 91, issued: 91, returned: 91, invalid: 1, candidates: 6 },
    ...{ committeeNext: 52, candidatesApprovedDay: addCalendarDays(today, -15) },
    candidatesPapers: [await demoPaper(act, "候选人建议人选的批复.pdf")],
    ...{ noticeFrom: addCalendarDays(today, -14), noticeTo: addCalendarDays(today, -3) },
    committee: rows([88, 85, 80, 76, 71], "chair"),
    audit: rows([86, 79, 70], "chair"),
    womenCommittee: rows([0, 0, 0], "chair").map(({ name, office }) => ({ name, office })),
    ...{ chairIsHead: false, relatives: false },
    papers: [await demoPaper(act, "选举结果的报告.pdf")],
  };
}

const preparing = (act: Act, caseId: string): Promise<string> =>
  sql<{ id: string }>`select union_id as id from business.founding_unions
    where case_id = ${caseId}`
    .execute(act.tx)
    .then(({ rows }) => rows[0]!.id);

/** Loads it once: what is there already is left alone. */
export async function loadFounding(
  house: Pick<House, "act">,
  { townPath, countyPath }: FoundingDemo,
): Promise<void> {
  const random = createRandom(`${demoSeed}/founding`);
  const asDemo = <T>(work: (act: Act) => Promise<T>) => house.act(system("demo"), work);
  const begun = await asDemo(async (act) => {
    const { rows } = await sql`select from business.founding_targets limit 1`.execute(act.tx);
    if (rows.length > 0) return undefined;
    const town = await unionAt(act, townPath);
    await listTargets(act, random, town);
    const officer = await demoActor(act, { role: "officer", path: townPath });
    const cadre = await demoActor(act, { role: "cadre", path: countyPath });
    return { town, officer, cadre };
  });
  if (!begun) return;
  const { town, officer, cadre } = begun;
  const desk = new DemoDesk(house, room);
  const applied = (nth: number) =>
    desk.file(officer, "founding.apply", (act) => applyFacts(act, random, { town, nth }));
  await applied(0);
  const approved = await applied(1);
  await desk.agree(cadre, approved);
  const electing = await applied(2);
  await desk.agree(cadre, electing);
  const union = await asDemo((act) => preparing(act, electing));
  await desk.file(officer, "founding.elect", (act) => electFacts(act, random, union));
}
