// Progress (组建进度): unions on their way from application to living, and the certificates of those that live.
import type { Act } from "@niangjia/foundation/act";
import { sheetFile } from "@niangjia/foundation/excel";
import type { Answer, Asked, Download } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { refuse } from "@niangjia/foundation/refusal";
import {
  type progress as contract,
  type progressFile as exportContract,
  limits,
  refusals,
  stages,
  ways,
} from "./contract.ts";
import { postOf } from "./coverage.ts";
import { type FoundingLine, listFoundings } from "./store.ts";

function stageOf({ openedDay, electedDay }: FoundingLine): keyof typeof stages {
  if (openedDay !== null) return "opened";
  return electedDay === null ? "approved" : "elected";
}

function rowOf(line: FoundingLine) {
  const { unionId, name, certificate, certificateTo, renewFrom, ...rest } = line;
  const stage = stageOf(line);
  return {
    ...rest,
    union: { id: unionId, name },
    ...{ wayName: ways[line.way], stage, stageName: stages[stage] },
    certificate:
      certificate === null || certificateTo === null || renewFrom === null
        ? null
        : { number: certificate, toDay: certificateTo, renewFrom },
  };
}

const wantedOf = (act: Act, { stage, sort }: Asked<typeof exportContract>["query"]) => ({
  range: rangeOf(orgPath(postOf(act).orgPath)),
  stage,
  sort,
});

export async function showProgress(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { page, size } = query;
  const paging = { size, offset: (page - 1) * size };
  const { rows, total } = await listFoundings(act, { ...wantedOf(act, query), ...paging });
  return { rows: rows.map(rowOf), total, page, size };
}

const columns = [
  { title: "工会", widthCharacters: 36 },
  { title: "上级工会", widthCharacters: 28 },
  { title: "进度", widthCharacters: 12 },
  { title: "形式", widthCharacters: 28 },
  { title: "拟入会人数", widthCharacters: 12, kind: "number" },
  { title: "批准筹建", widthCharacters: 12 },
  { title: "选举", widthCharacters: 12 },
  { title: "成立", widthCharacters: 12 },
  { title: "统一社会信用代码", widthCharacters: 22 },
  { title: "法人证书有效期到", widthCharacters: 18 },
] as const;

export async function exportProgress(
  act: Act,
  { query }: Asked<typeof exportContract>,
): Promise<Download> {
  const limit = limits.exportedAtMost;
  const paging = { size: limit, offset: 0 };
  const { rows, total } = await listFoundings(act, { ...wantedOf(act, query), ...paging });
  if (total > limit) throw refuse(refusals.tooManyToExport, { words: { count: total, limit } });
  const cells = rows
    .map(rowOf)
    .map((row) => [
      ...[row.union.name, row.parentName, row.stageName, row.wayName, row.members],
      ...[row.approvedDay, row.electedDay, row.openedDay],
      ...[row.certificate?.number ?? null, row.certificate?.toDay ?? null],
    ]);
  return sheetFile({ name: "组建进度", columns, rows: cells, madeAt: act.now });
}
