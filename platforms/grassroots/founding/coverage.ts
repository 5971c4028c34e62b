// Coverage (应建未建摸排): firms and communities without a union, the plan for each, and taking the list out.
import { citationWords } from "@niangjia/engine/policy";
import type { Act, ActingPost } from "@niangjia/foundation/act";
import { concerns } from "@niangjia/foundation/audit";
import { addCalendarMonths, day, dayOf } from "@niangjia/foundation/day";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { contains, orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import { findUnion, type Union, unionsByIds } from "@niangjia/registers/organisations";
import {
  type exportList as exportContract,
  kinds,
  limits,
  type list as listContract,
  type plan as planContract,
  refusals,
  sources,
} from "./contract.ts";
import { parametersOn } from "./parameters.ts";
import {
  countTargets,
  findTarget,
  listTargets,
  setPlan,
  type TargetRow,
  type TargetsWanted,
} from "./target-store.ts";

type Query = Asked<typeof exportContract>["query"];
type Row = Answer<typeof listContract>["rows"][number];

export function postOf({ actor }: Act): ActingPost {
  if (!actor.post) throw new Error("union staff act through a post");
  return actor.post;
}

/** The union of an id, or the post's own; refuses one outside the reach of the post. */
export async function unionInReach(act: Act, id: string | undefined): Promise<Union> {
  const post = postOf(act);
  const union = await findUnion(act, id ?? post.orgId);
  if (!union || !contains(orgPath(post.orgPath), union.path)) throw refuse(refusals.unionNotFound);
  return union;
}

async function wantedOf(act: Act, query: Query): Promise<TargetsWanted & { union: Union }> {
  const union = await unionInReach(act, query.under);
  const { kind, plan, source, q } = query;
  return { union, range: rangeOf(union.path), today: dayOf(act.now), kind, plan, source, q };
}

async function rowsOf(act: Act, rows: readonly TargetRow[], union: Union): Promise<Row[]> {
  const unions = await unionsByIds(
    act,
    rows.map(({ org_id }) => org_id),
  );
  const today = dayOf(act.now);
  const { helpAfterMonths } = parametersOn(today, union.division);
  const openedBy = addCalendarMonths(today, -helpAfterMonths.value);
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, name: row.name, uscc: row.uscc, address: row.address },
    union: { id: row.org_id, name: unions.get(row.org_id)?.name ?? "" },
    ...{ kindName: kinds[row.kind], staff: row.staff, employed: row.employed },
    ...{ openedDay: row.opened_day, source: row.source, sourceName: sources[row.source] },
    helpDue: row.opened_day !== null && row.opened_day <= openedBy,
    plan:
      row.plan_who === null || row.plan_day === null
        ? null
        : {
            ...{ who: row.plan_who, day: row.plan_day, note: row.plan_note },
            late: row.plan_day < today,
          },
  }));
}

export async function showTargets(
  act: Act,
  { query }: Asked<typeof listContract>,
): Promise<Answer<typeof listContract>> {
  const { page, size, sort } = query;
  const { union, ...filters } = await wantedOf(act, query);
  const rows = await listTargets(act, filters, { sort, size, offset: (page - 1) * size });
  const { helpAfterMonths } = parametersOn(dayOf(act.now), union.division);
  const { words, citation, note } = helpAfterMonths;
  const from = [citationWords(citation), note].filter(Boolean).join("，");
  return {
    rows: await rowsOf(act, rows, union),
    total: await countTargets(act, filters),
    ...{ page, size },
    help: `开业满 ${words}仍未建会的，上级工会应派员帮助指导（${from}）。`,
  };
}

const columns = [
  { title: "单位名称", widthCharacters: 40 },
  { title: "统一社会信用代码", widthCharacters: 22 },
  { title: "类别", widthCharacters: 14 },
  { title: "职工人数", widthCharacters: 12, kind: "number" },
  { title: "已入会人数", widthCharacters: 12, kind: "number" },
  { title: "开业日期", widthCharacters: 12 },
  { title: "地址", widthCharacters: 40 },
  { title: "负责组建的工会", widthCharacters: 30 },
  { title: "来源", widthCharacters: 16 },
  { title: "计划负责人", widthCharacters: 14 },
  { title: "计划日期", widthCharacters: 12 },
  { title: "计划说明", widthCharacters: 40 },
] as const;

const cellsOf = (row: Row) => [
  ...[row.name, row.uscc, row.kindName, row.staff, row.employed, row.openedDay, row.address],
  ...[row.union.name, row.sourceName],
  ...[row.plan?.who ?? null, row.plan?.day ?? null, row.plan?.note ?? null],
];

export async function exportTargets(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const { union, ...filters } = await wantedOf(act, query);
  const count = await countTargets(act, filters);
  const limit = limits.exportedAtMost;
  if (count > limit) throw refuse(refusals.tooManyToExport, { words: { count, limit } });
  const found = await listTargets(act, filters, { sort: query.sort, size: limit, offset: 0 });
  const rows = (await rowsOf(act, found, union)).map(cellsOf);
  return sheetFile({ name: "应建未建单位", columns, rows, madeAt: act.now });
}

/** Who sees to it, and by when. */
export async function planTarget(
  act: Act,
  { params, body }: Asked<typeof planContract>,
): Promise<Answer<typeof planContract>> {
  const { id } = params;
  const target = await findTarget(act, id);
  if (!target) throw refuse(refusals.targetNotFound);
  const { name } = target;
  if (target.off_day !== null) throw refuse(refusals.targetOff, { words: { name } });
  const planned = day(body.day);
  if (planned < dayOf(act.now)) throw refuse(refusals.planPast);
  concerns(act, `founding-target:${id}`);
  await setPlan(act, id, { who: body.who, day: planned, note: body.note || null });
  return { id };
}
