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
import { enders } from "./give-up.ts";
import { type FoundingLine, listFoundings } from "./store.ts";

function stageOf({ openedDay, electedDay, givenUpDay }: FoundingLine): keyof typeof stages {
  if (givenUpDay !== null) return "given-up";
  if (openedDay !== null) return "opened";
  return electedDay === null ? "approved" : "elected";
}

/** Those who decide on the application may end what came of it. */
const endsFoundings = ({ actor: { post } }: Act): boolean =>
  enders.some((role) => role === post?.role);

const rowOf = (act: Act) => (line: FoundingLine) => {
  const { unionId, name, certificate, certificateTo, renewFrom, ...rest } = line;
  const { givenUpDay, givenUpWhy, ...days } = rest;
  const stage = stageOf(line);
  return {
    ...days,
    union: { id: unionId, name },
    givenUp: givenUpDay && givenUpWhy ? { day: givenUpDay, why: givenUpWhy } : null,
    mayGiveUp: endsFoundings(act) && (stage === "approved" || stage === "elected"),
    ...{ wayName: ways[line.way], stage, stageName: stages[stage] },
    certificate:
      certificate === null || certificateTo === null || renewFrom === null
        ? null
        : { number: certificate, toDay: certificateTo, renewFrom },
  };
};

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
  return { rows: rows.map(rowOf(act)), total, page, size };
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
  { title: "终止", widthCharacters: 12 },
  { title: "终止的原因", widthCharacters: 40 },
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
    .map(rowOf(act))
    .map((row) => [
      ...[row.union.name, row.parentName, row.stageName, row.wayName, row.members],
      ...[row.approvedDay, row.electedDay, row.openedDay],
      ...[row.givenUp?.day ?? null, row.givenUp?.why ?? null],
      ...[row.certificate?.number ?? null, row.certificate?.toDay ?? null],
    ]);
  return sheetFile({ name: "组建进度", columns, rows: cells, madeAt: act.now });
}
