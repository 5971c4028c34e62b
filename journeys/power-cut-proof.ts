// What the store holds after the cuts (断电后的核对): beside what was acknowledged, and beside a count of every row.
import { system } from "@niangjia/foundation/act";
import { lineageOf, orgPath } from "@niangjia/foundation/orgpath";
import { numbersOf } from "@niangjia/registers/organisations";
import type { Inside } from "./power-cut.ts";
import type { Application, Pair, Said } from "./power-cut-work.ts";

/** Waits until every event was handed on and every reaction to it has run. */
export async function quiet({ owner }: Inside, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const { rows } = await owner.query<{ work: string }>(
      `select name as work from outbox.waiting
       union all select concat(data->>'work', ' ', state) from pgboss.job
         where name in ('urgent', 'reactions', 'long') and state <> 'completed'`,
    );
    if (rows.length === 0) return;
    if (Date.now() > until) {
      throw new Error(`left undone: ${[...new Set(rows.map(({ work }) => work))].join(", ")}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Titles of the drill's posts, each as often as it stands in the store. */
export async function postsHeld({ owner }: Inside): Promise<Map<string, string[]>> {
  const { rows } = await owner.query<{ title: string; ids: string[] }>(
    `select title, array_agg(id::text) as ids from access.posts
     where title like '演练岗位 %' group by title`,
  );
  return new Map(rows.map(({ title, ids }) => [title, ids]));
}

/** An effect is there once with all that belongs to it, or not at all. Anything else is told as it is. */
const wholes = {
  "status=approved agreed=1 memberships=1 changes=1 joined=1 copies=1 notices=1": "agreed",
  "status=running agreed=0 memberships=0 changes=0 joined=0 copies=0 notices=0": "not agreed",
  "merges=0 undone=0 linked=false survivor=1 absorbed=1 suspect=open": "apart",
  "merges=1 undone=0 linked=true survivor=1 absorbed=0 suspect=merged": "merged",
  "merges=1 undone=1 linked=false survivor=1 absorbed=1 suspect=not-same": "parted",
} as const;
type Whole = (typeof wholes)[keyof typeof wholes];

const told = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");

const nameOf = (row: Record<string, unknown>): string =>
  (wholes as Record<string, string>)[told(row)] ?? `neither whole nor nothing: ${told(row)}`;

/** What became of each application, by the id of its case. */
export async function applicationsFound({ owner }: Inside): Promise<Map<string, string>> {
  const { rows } = await owner.query(
    `select c.id, c.status,
       (select count(*) from business.case_actions a where a.case_id = c.id and a.kind = 'agree')
         as agreed,
       (select count(*) from member.memberships m where m.state = 'active' and m.id in
         (select h.membership_id from member.changes h where h.source_id = c.id)) as memberships,
       (select count(*) from member.changes h where h.source_id = c.id) as changes,
       (select count(*) from outbox.events e
         where e.name = 'membership.joined' and e.body->>'caseId' = c.id::text) as joined,
       (select count(*) from business.case_copies p where p.case_id = c.id) as copies,
       (select count(*) from business.notices n
         where n.link = '/cases/' || c.id and n.title = '您的申请已办结') as notices
     from business.cases c where c.function = 'membership.join'`,
  );
  return new Map(rows.map(({ id, ...row }) => [id, nameOf(row)]));
}

/** What became of each pair, by the id of its suspicion. */
export async function pairsFound({ owner }: Inside): Promise<Map<string, string>> {
  const living = (person: string) =>
    `(select count(*) from member.memberships m where m.person_id = ${person}
       and m.state <> 'ended')`;
  const { rows } = await owner.query(
    `select s.id, count(g.id) as merges, count(g.undone_at) as undone,
       num_nonnulls(p.merged_into, o.merged_into) = 1 as linked,
       greatest(${living("p.id")}, ${living("o.id")}) as survivor,
       least(${living("p.id")}, ${living("o.id")}) as absorbed, s.state as suspect
     from business.data_quality_suspects s
       join member.persons p on p.id = s.person_id join member.persons o on o.id = s.other_id
       left join business.roster_merges g
         on g.survivor_id in (p.id, o.id) and g.absorbed_id in (p.id, o.id)
     where s.kind = 'duplicate' group by s.id, s.state, p.id, o.id`,
  );
  return new Map(rows.map(({ id, ...row }) => [id, nameOf(row)]));
}

/** What may have become of an application, given what was said of it. */
export const mayBeOf = ({ agreed }: Application): readonly Whole[] =>
  ({
    acknowledged: ["agreed"] as const,
    unsure: ["agreed", "not agreed"] as const,
    "not asked": ["not agreed"] as const,
  })[agreed];

const afterMerge: Record<Said | "not asked", readonly Whole[]> = {
  acknowledged: ["merged"],
  unsure: ["apart", "merged"],
  "not asked": ["apart"],
};

export const mayBeOfPair = ({ merged, parted }: Pair): readonly Whole[] =>
  parted === "acknowledged"
    ? ["parted"]
    : parted === "unsure"
      ? ["merged", "parted"]
      : afterMerge[merged];

const measures = ["members", "members.kept", "members.gig", "members.women"] as const;

/** Numbers of every union from the rollups, and from a pass over every membership. Only what is not 0. */
export async function numbersBothWays({ house, owner }: Inside) {
  const unions = await owner.query<{ path: string }>("select path from organisation.unions");
  const paths = unions.rows.map(({ path }) => path);
  const rolled = await house.act(system("proof"), (act) => numbersOf(act, paths, measures));
  const { rows } = await owner.query<Record<string, number> & { path: string }>(
    `select m.org_path as path,
       count(*) filter (where m.state = 'active') as "members",
       count(*) filter (where m.state = 'kept') as "members.kept",
       count(*) filter (where m.state = 'active' and m.gig) as "members.gig",
       count(*) filter (where m.state = 'active' and p.sex = '2') as "members.women"
     from member.memberships m join member.persons p on p.id = m.person_id group by 1`,
  );
  const counted = new Map<string, number>();
  for (const { path, ...amounts } of rows) {
    for (const above of lineageOf(orgPath(path))) {
      for (const measure of measures) {
        const key = `${above} ${measure}`;
        counted.set(key, (counted.get(key) ?? 0) + Number(amounts[measure]));
      }
    }
  }
  const entries = (all: Iterable<readonly [string, number]>) =>
    Object.fromEntries([...all].filter(([, amount]) => amount !== 0).sort());
  const fromRollups = [...rolled].flatMap(([path, numbers]) =>
    measures.map((measure) => [`${path} ${measure}`, numbers[measure]] as const),
  );
  return { rolled: entries(fromRollups), counted: entries(counted) };
}
