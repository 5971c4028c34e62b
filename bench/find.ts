// Finding (查找): someone by number, by name under a county, a count under a city; through row-level security and without.
import assert from "node:assert/strict";
import type { Act, Actor } from "@niangjia/foundation/act";
import { dayOf } from "@niangjia/foundation/day";
import { filterShape } from "../registers/members/contract.ts";
import { selectionOf } from "../registers/members/filter.ts";
import { countUpTo, linesByDocument, pageOf } from "../registers/members/list-store.ts";
import type { Bench, Measured, Wishes } from "./bench.ts";
import { cadreAt } from "./cadre.ts";
import { fill } from "./crowd.ts";
import type { Ground } from "./ground.ts";
import { type Compared, compare, timed } from "./rounds.ts";
import { milliseconds, times } from "./words.ts";

/** One question: who asks, and what of. The answer must be the same with and without row-level security. */
interface Question {
  readonly actor: Actor;
  readonly ask: (act: Act) => Promise<unknown>;
}

interface Lookup {
  readonly what: string;
  /** Makes the questions of a round. */
  questions(ground: Ground): Promise<Question[]>;
}

/** The segments of a path down to that depth: 2 is the city, 3 the county. */
const ancestor = (path: string, depth: number): string =>
  `${path
    .split("/")
    .slice(0, depth + 1)
    .join("/")}/`;

interface Known {
  readonly orgPath: string;
  readonly name: string;
  readonly blind: Buffer;
}

/** Members taken evenly from the whole store, the same in every round. */
async function some({ owner }: Ground, count: number): Promise<Known[]> {
  const { rows } = await owner.query<Known>(
    `select p.org_path as "orgPath", p.name, i.id_blind as blind
     from member.identities i join member.persons p on p.id = i.person_id
     order by i.id_blind limit $1`,
    [count],
  );
  return rows;
}

const everybody = filterShape.parse({});

const people = (act: Act, path: string, q?: string) =>
  selectionOf({ ...everybody, ...(q ? { q } : {}) }, path, dayOf(act.now));

const byNumber: Lookup = {
  what: "按证件号码查一人",
  async questions(ground) {
    return (await some(ground, 300)).map(({ orgPath, blind }) => ({
      actor: cadreAt(ancestor(orgPath, 3)),
      ask: (act) => linesByDocument(act, [blind]),
    }));
  },
};

const byName: Lookup = {
  what: "在一个县里按姓名查",
  async questions(ground) {
    return (await some(ground, 150)).map(({ orgPath, name }) => {
      const county = ancestor(orgPath, 3);
      const page = { key: "union", descending: false, size: 20, offset: 0 } as const;
      return { actor: cadreAt(county), ask: (act) => pageOf(act, people(act, county, name), page) };
    });
  },
};

const countOfCity: Lookup = {
  what: "数一个市的会员",
  async questions(ground) {
    const cities = new Set((await some(ground, 300)).map(({ orgPath }) => ancestor(orgPath, 2)));
    return [...cities].sort().map((city) => ({
      actor: cadreAt(city),
      ask: (act) => countUpTo(act, people(act, city), Number.MAX_SAFE_INTEGER - 1),
    }));
  },
};

async function sameAnswers(ground: Ground, questions: readonly Question[]): Promise<void> {
  for (const { actor, ask } of questions.slice(0, 10)) {
    const scoped = await ground.act(actor, ask);
    assert.deepEqual(scoped, await ground.unscoped(actor, ask), "both find the same");
  }
}

async function measure(ground: Ground, lookup: Lookup, { rounds }: Wishes): Promise<Compared> {
  const questions = await lookup.questions(ground);
  await sameAnswers(ground, questions);
  const all = (through: Ground["act"]) => () =>
    timed(async () => {
      for (const { actor, ask } of questions) await through(actor, ask);
    }).then((ms) => ms / questions.length);
  return compare(lookup.what, rounds, { ours: all(ground.act), peer: all(ground.unscoped) });
}

export const find: Bench = {
  name: "find",
  title: "查找会员：经过行级权限，与不经过相比",
  bounds: [{ figure: "rls_cost", atMost: 1.3 }],
  async run(ground, wishes) {
    await fill(ground, wishes.members);
    const lines: Measured[] = [];
    let worst = 0;
    for (const lookup of [byNumber, byName, countOfCity]) {
      const { ours, peer, ratio } = await measure(ground, lookup, wishes);
      worst = Math.max(worst, ratio);
      const [mine, theirs] = [milliseconds(ours), milliseconds(peer)];
      lines.push({ what: lookup.what, ours: mine, peer: theirs, ratio: times(ratio) });
    }
    return { figures: { rls_cost: worst }, lines };
  },
};
