// Routes of organisations (工会组织库).
import { type Route, route } from "@niangjia/foundation/http";
import { everyoneServed, unionStaff } from "@niangjia/foundation/roles";
import { showCard } from "./card.ts";
import * as contract from "./contract.ts";
import { exportUnions, showList } from "./list.ts";
import { showByChild, showNumbers, showTrend } from "./numbers.ts";
import { searchDirectory, searchInReach } from "./search.ts";
import { showTree } from "./tree.ts";

export const routes: readonly Route[] = [
  route(contract.tree, { may: unionStaff, run: showTree }),
  route(contract.search, { may: unionStaff, run: searchInReach }),
  route(contract.directory, { may: [...everyoneServed, "system-admin"], run: searchDirectory }),
  route(contract.list, { may: unionStaff, run: showList }),
  route(contract.exportList, { may: unionStaff, run: exportUnions, callsAMinute: 20 }),
  route(contract.numbers, { may: unionStaff, run: showNumbers }),
  route(contract.numbersByChild, { may: unionStaff, run: showByChild }),
  route(contract.numbersTrend, { may: unionStaff, run: showTrend }),
  route(contract.card, { may: unionStaff, run: showCard }),
];
