// Snapshots (年报快照): numbers of a union as of the yearly day of reference, frozen word for word with their hash.
import { createHash } from "node:crypto";
import type { Act } from "@niangjia/foundation/act";
import { type ListName, listOn } from "@niangjia/foundation/codelists";
import {
  addCalendarDays,
  addCalendarMonths,
  type Day,
  day,
  dayOf,
  formatDay,
} from "@niangjia/foundation/day";
import { asHouse } from "@niangjia/foundation/elevate";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { newId } from "@niangjia/foundation/ids";
import { refuse } from "@niangjia/foundation/refusal";
import { aspects } from "@niangjia/registers/members";
import { verdicts } from "@niangjia/registers/members/contract";
import { type Union, unionsByIds } from "@niangjia/registers/organisations";
import { levels } from "@niangjia/registers/organisations/contract";
import { parametersOn } from "./parameters.ts";
import { aspectNames, percentOf, scoreOf, weightsOn } from "./quality.ts";
import { unionInReach } from "./reach.ts";
import { scoreAt } from "./score-rows.ts";
import {
  type freeze,
  snapshotRefusals as refusals,
  type Statement,
  type snapshot,
  type snapshots,
} from "./snapshot-contract.ts";
import {
  type Count,
  countBelowOn,
  countChanges,
  countMembersOn,
  countUnionsOn,
  type Dimension,
  findSnapshot,
  insertSnapshot,
  listSnapshotRows,
  type SnapshotRow,
} from "./snapshot-store.ts";

type Words = Readonly<Record<string, string>>;

const listed = (list: ListName, on: Day): Words =>
  Object.fromEntries(listOn(list, on).entries.map(({ code, name }) => [code, name]));

/** Titles of the breakdowns and of their codes, in the order in which a statement shows them. */
const breakdownsOn = (on: Day): Readonly<Record<Dimension, readonly [string, Words]>> => ({
  sex: ["按性别", listed("sex", on)],
  age: [
    "按年龄（周岁）",
    {
      "25-": "25 岁及以下",
      "26-35": "26 至 35 岁",
      "36-45": "36 至 45 岁",
      "46-55": "46 至 55 岁",
      "56+": "56 岁及以上",
    },
  ],
  education: ["按学历", listed("education", on)],
  political: ["按政治面貌", listed("political-status", on)],
  ethnic: ["按民族", { han: "汉族", minority: "少数民族" }],
  employment: ["按就业状况", listed("employment", on)],
  skill: ["按技能等级", listed("skill-grade", on)],
  gig: ["按新就业形态群体", listed("gig-occupation", on)],
  migrant: ["按是否农民工", listed("yes-no", on)],
  verified: ["按实名核验", verdicts],
});

const notKnown = "未填写";

/** Numbers in the order of their words; what is not known last, and nothing that is none. */
function inWords(counts: readonly Pick<Count, "code" | "count">[], words: Words) {
  const order = [...Object.keys(words), null];
  const place = (code: string | null): number => {
    const at = order.indexOf(code);
    return at === -1 ? order.length : at;
  };
  return counts
    .toSorted((one, other) => place(one.code) - place(other.code))
    .map(({ code, count }) => ({
      code: code ?? "",
      title: code === null ? notKnown : (words[code] ?? code),
      count,
    }));
}

function addedBy<Row extends { count: number }>(
  rows: readonly Row[],
  key: (row: Row) => string,
): { code: string; count: number }[] {
  const groups = Map.groupBy(rows, key);
  return [...groups].map(([code, group]) => ({
    code,
    count: group.reduce((sum, { count }) => sum + count, 0),
  }));
}

async function qualityOn(act: Act, union: Union, on: Day): Promise<Statement["quality"]> {
  const score = await scoreAt(act, union.path, on);
  if (!score) return null;
  const weights = weightsOn(on);
  return {
    score: scoreOf(score.portions, on),
    aspects: aspectNames.map((aspect) => {
      const portion = score.portions[aspect];
      return {
        title: aspects[aspect],
        weight: weights[aspect],
        ...portion,
        percent: percentOf(portion),
      };
    }),
  };
}

const ruleOf = (on: Day, since: Day): string =>
  `统计时点${formatDay(on)}：入会日期不晚于、离会日期晚于该日的会籍；保留会籍单列，不计入会员。` +
  `会籍变化为${formatDay(addCalendarDays(since, 1))}至${formatDay(on)}。人员信息取生成快照时的登记内容。`;

/** Everything a statement says, counted now. As the house: who moved away since was a member here on the day. */
async function count(
  house: Act,
  union: Union,
  { year, on }: { year: number; on: Day },
): Promise<Statement> {
  const since = addCalendarMonths(addCalendarDays(on, 1), -12);
  const afterDay = addCalendarDays(since, -1);
  const counts = await countMembersOn(house, union.path, on);
  const changes = await countChanges(house, union.path, { afterDay, toDay: on });
  const unions = await countUnionsOn(house, union.path, on);
  const inAll = (code: string): number =>
    counts.find((one) => one.dimension === "kept" && one.code === code)?.count ?? 0;
  return {
    title: `${union.name}${year}年度工会统计快照`,
    unionName: union.name,
    year,
    day: on,
    rule: ruleOf(on, afterDay),
    members: inAll("0"),
    kept: inAll("1"),
    breakdowns: Object.entries(breakdownsOn(on)).map(([dimension, [title, words]]) => ({
      title,
      counts: inWords(
        counts.filter((one) => one.dimension === dimension),
        words,
      ),
    })),
    changes: inWords(changes, listed("membership-change", on)),
    unions: {
      total: unions.reduce((sum, { count }) => sum + count, 0),
      levels: inWords(
        addedBy(unions, ({ level }) => level),
        levels,
      ),
      kinds: inWords(
        addedBy(unions, ({ kind }) => kind),
        listed("union-kind", on),
      ),
    },
    below: await countBelowOn(house, union.path, on),
    quality: await qualityOn(house, union, on),
  };
}

/** The last day of the statistical year. */
function referenceDay(year: number): Day {
  const month = parametersOn(day(`${year}-12-31`)).yearEnds.value;
  const first = day(`${year}-${String(month).padStart(2, "0")}-01`);
  return addCalendarDays(addCalendarMonths(first, 1), -1);
}

const hashOf = (content: string): string => createHash("sha256").update(content).digest("hex");

type Line = Answer<typeof freeze>;

const lineOf = (row: Omit<SnapshotRow, "content" | "orgPath">, unionName: string): Line => {
  const { id, unionId, year, day: on, sha256, at, byName } = row;
  return { id, unionId, unionName, year, day: on, sha256, at: at.toISOString(), by: byName };
};

export async function freezeSnapshot(act: Act, { body }: Asked<typeof freeze>): Promise<Line> {
  const union = await unionInReach(act, body.unionId);
  const on = referenceDay(body.year);
  if (on > dayOf(act.now)) throw refuse(refusals.dayAhead, { words: { day: formatDay(on) } });
  const statement = await asHouse(act, (house) => count(house, union, { year: body.year, on }));
  const content = JSON.stringify(statement);
  const row = {
    id: newId(act.now),
    orgPath: union.path,
    unionId: union.id,
    year: body.year,
    day: on,
    content,
    sha256: hashOf(content),
  };
  await insertSnapshot(act, row);
  return lineOf({ ...row, at: act.now, byName: act.actor.name }, union.name);
}

/** A statement as it was frozen; refuses one whose words are not those of its hash. */
export async function getSnapshot(
  act: Act,
  id: string,
): Promise<{ row: SnapshotRow; statement: Statement }> {
  const row = await findSnapshot(act, id);
  if (!row) throw refuse(refusals.notFound);
  if (hashOf(row.content) !== row.sha256) throw refuse(refusals.altered);
  return { row, statement: JSON.parse(row.content) as Statement };
}

export async function showSnapshot(
  act: Act,
  { params }: Asked<typeof snapshot>,
): Promise<Answer<typeof snapshot>> {
  const { row, statement } = await getSnapshot(act, params.id);
  return { ...lineOf(row, statement.unionName), statement };
}

export async function listSnapshots(
  act: Act,
  { query }: Asked<typeof snapshots>,
): Promise<Answer<typeof snapshots>> {
  const { page, size, year } = query;
  const { path } = await unionInReach(act, query.unionId);
  const paging = { size, offset: (page - 1) * size };
  const { rows, total } = await listSnapshotRows(act, { path, year }, paging);
  const unions = await unionsByIds(
    act,
    rows.map(({ unionId }) => unionId),
  );
  return {
    rows: rows.map((row) => lineOf(row, unions.get(row.unionId)?.name ?? "")),
    total,
    page,
    size,
  };
}
