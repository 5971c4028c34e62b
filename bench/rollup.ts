// Rollups (汇总): the province's cockpit from totals and waiting deltas, beside counting the same from the rows.
import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { type Act, type Actor, system } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { endMembership, measures } from "@niangjia/registers/members";
import { childrenNumbers, countsByLevel } from "@niangjia/registers/organisations";
import type { Bench } from "./bench.ts";
import { cadreAt } from "./cadre.ts";
import { fill } from "./crowd.ts";
import type { Ground } from "./ground.ts";
import { compare, timed } from "./rounds.ts";
import { milliseconds, times } from "./words.ts";

const province = "/430000/";

/** A cockpit is looked at all the time; one look after seconds of counting would find everything cold. */
const looksARound = 50;
const what = "全省各市会员数和各级工会数";
const kinds = Object.keys(measures) as (keyof typeof measures)[];

/** What the cockpit shows: members of each kind by city, unions by level. A number that is 0 is left out. */
type Cockpit = Readonly<Record<string, number>>;

const shown = (numbers: readonly (readonly [string, number])[]): Cockpit =>
  Object.fromEntries(numbers.filter(([, number]) => number !== 0));

async function provinceCadre({ owner }: Ground): Promise<Actor> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from organisation.unions where path = $1",
    [province],
  );
  return cadreAt(province, rows[0]?.id);
}

async function fromRollups(act: Act): Promise<Cockpit> {
  const { post } = act.actor;
  assert(post);
  const [cities, levels] = await Promise.all([
    childrenNumbers(act, post.orgId, kinds),
    countsByLevel(act, post.orgPath),
  ]);
  const byCity = cities.flatMap(({ union, numbers }) =>
    kinds.map((kind) => [`${union.path} ${kind}`, numbers[kind]] as const),
  );
  return shown([...byCity, ...Object.entries(levels)]);
}

/** As the owner of the tables would count: one pass over the rows, without row-level security. */
async function fromRows({ owner }: Ground): Promise<Cockpit> {
  const cities = await owner.query<Record<(typeof kinds)[number], number> & { city: string }>(
    `select left(m.org_path, 15) as city,
       count(*) filter (where m.state = 'active') as "members",
       count(*) filter (where m.state = 'kept') as "members.kept",
       count(*) filter (where m.state = 'active' and m.gig) as "members.gig",
       count(*) filter (where m.state = 'active' and p.sex = '2') as "members.women"
     from member.memberships m join member.persons p on p.id = m.person_id
     where m.state in ('active', 'kept') group by 1`,
  );
  const levels = await owner.query<{ level: string; unions: number }>(
    `select level, count(*) as unions from organisation.unions
     where state = 'live' group by level`,
  );
  const byCity = cities.rows.flatMap(({ city, ...counts }) =>
    kinds.map((kind) => [`${city} ${kind}`, counts[kind]] as const),
  );
  return shown([...byCity, ...levels.rows.map(({ level, unions }) => [level, unions] as const)]);
}

/** People who left since the last fold, as on any minute of a day: their numbers wait as deltas. */
async function leave(ground: Ground, count: number): Promise<void> {
  const { rows } = await ground.owner.query<{ id: string }>(
    "select person_id as id from member.memberships where state = 'active' order by id limit $1",
    [count],
  );
  const source = { kind: "case", id: null, byAccount: null } as const;
  await ground.act(system("bench"), async (act) => {
    for (const { id: personId } of rows) {
      const day = dayOf(act.now);
      await endMembership(act, source, { personId, change: "6", reason: null, day });
    }
  });
}

export const rollup: Bench = {
  name: "rollup",
  title: "省级驾驶舱：由汇总得出，与逐行计数相比",
  bounds: [
    { figure: "vs_count", atLeast: 500 },
    { figure: "equal", atLeast: 1 },
  ],
  async run(ground, { members, rounds }) {
    await fill(ground, members);
    await leave(ground, 100);
    const cadre = await provinceCadre(ground);
    const ours = () => ground.read(cadre, fromRollups);
    const peer = () => fromRows(ground);
    const equal = isDeepStrictEqual(await ours(), await peer());
    const compared = await compare(what, rounds, {
      ours: async () => {
        const milliseconds = await timed(async () => {
          for (let look = 0; look < looksARound; look += 1) await ours();
        });
        return milliseconds / looksARound;
      },
      peer: () => timed(peer),
    });
    const timesFaster = 1 / compared.ratio;
    const line = {
      what,
      ours: milliseconds(compared.ours),
      peer: milliseconds(compared.peer),
      ratio: times(timesFaster),
    };
    return { figures: { vs_count: timesFaster, equal: Number(equal) }, lines: [line] };
  },
};
