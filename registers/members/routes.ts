// Routes of the member register (会员库).
import { type Route, route } from "@niangjia/foundation/http";
import { selves, unionStaff } from "@niangjia/foundation/roles";
import * as contract from "./contract.ts";
import { findMembers, listMembers } from "./list.ts";
import { showMine, showPerson } from "./person.ts";
import { unmaskPerson } from "./unmask.ts";

export const memberRoutes: readonly Route[] = [
  route(contract.list, { may: unionStaff, run: listMembers }),
  route(contract.find, { may: unionStaff, run: findMembers, callsAMinute: 60 }),
  route(contract.mine, { may: selves, run: showMine }),
  route(contract.person, { may: unionStaff, run: showPerson }),
  route(contract.unmask, { may: unionStaff, run: unmaskPerson, callsAMinute: 60 }),
];
