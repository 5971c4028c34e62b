// Routes of elections (换届与调整); the applications themselves go the way of all cases.
import { type Route, route } from "@niangjia/foundation/http";
import { selves, unionStaff } from "@niangjia/foundation/roles";
import { showCommittees, showMine } from "./committees.ts";
import * as contract from "./contract.ts";
import { exportTerms, remindUnion, showTerms } from "./terms.ts";

const may = unionStaff;

export const routes: readonly Route[] = [
  route(contract.list, { may, run: showTerms }),
  route(contract.exportList, { may, run: exportTerms, callsAMinute: 20 }),
  route(contract.remindNow, { may, run: remindUnion, callsAMinute: 60 }),
  route(contract.mine, { may: selves, run: showMine }),
  route(contract.committees, { may, run: showCommittees }),
];
