// Routes of people's records (会员记录): merging, un-merging, verifying.
import { type Route, route } from "@niangjia/foundation/http";
import { unionStaff } from "@niangjia/foundation/roles";
import { compareRecords, mergeRecords } from "./merge.ts";
import * as contract from "./people-contract.ts";
import { listMerges, showMerge, undoMerge } from "./unmerge.ts";
import { askVerdict } from "./verify.ts";

const may = unionStaff;

export const peopleRoutes: readonly Route[] = [
  route(contract.compare, { may, run: compareRecords, callsAMinute: 120 }),
  route(contract.list, { may, run: listMerges }),
  route(contract.merge, { may, run: mergeRecords, callsAMinute: 60 }),
  route(contract.show, { may, run: showMerge }),
  route(contract.undo, { may, run: undoMerge, callsAMinute: 60 }),
  route(contract.verify, { may, run: askVerdict, callsAMinute: 60 }),
];
