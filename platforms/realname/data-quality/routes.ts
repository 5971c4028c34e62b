// Routes of data quality (数据质量治理).
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { fileRanking, listRanking, showTrend } from "./ranking.ts";
import { listLosing } from "./rows.ts";
import { recountScore, showScore } from "./score.ts";
import { freezeSnapshot, listSnapshots, showSnapshot } from "./snapshot.ts";
import { fetchSnapshot } from "./snapshot-file.ts";
import { dismissSuspect, listSuspects, reopenSuspect, showSuspect } from "./suspects-list.ts";

const may = unionStaff;

export const routes: readonly Route[] = [
  route(contract.score, { may, run: showScore }),
  route(contract.rows, { may, run: listLosing, callsAMinute: 120 }),
  route(contract.recount, { may, run: recountScore, callsAMinute: 6 }),
  route(contract.ranking, { may, run: listRanking }),
  route(contract.rankingFile, { may, run: fileRanking, callsAMinute: 30 }),
  route(contract.trend, { may, run: showTrend }),
  route(contract.suspects, { may, run: listSuspects }),
  route(contract.suspect, { may, run: showSuspect }),
  route(contract.dismiss, { may, run: dismissSuspect }),
  route(contract.reopen, { may, run: reopenSuspect }),
  route(contract.freeze, { may: ["chair", "cadre"], run: freezeSnapshot, callsAMinute: 6 }),
  route(contract.snapshots, { may, run: listSnapshots }),
  route(contract.snapshot, { may, run: showSnapshot }),
  route(contract.snapshotFile, { may, run: fetchSnapshot, callsAMinute: 30 }),
];
