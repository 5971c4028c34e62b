// Progress (组建进度): unions on their way from application to living, and the certificates of those that live.
import type { Act } from "@niangjia/foundation/act";
import type { Answer, Asked } from "@niangjia/foundation/http";
import { orgPath, rangeOf } from "@niangjia/foundation/orgpath";
import { type progress as contract, stages, ways } from "./contract.ts";
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

export async function showProgress(
  act: Act,
  { query }: Asked<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { page, size, stage } = query;
  const range = rangeOf(orgPath(postOf(act).orgPath));
  const wanted = { range, size, offset: (page - 1) * size, ...(stage ? { stage } : {}) };
  const { rows, total } = await listFoundings(act, wanted);
  return { rows: rows.map(rowOf), total, page, size };
}
