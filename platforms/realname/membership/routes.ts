// Routes of membership (会员入转退), beside those all cases have.
import { type Route, route } from "@niangjia/foundation/http";
import { everyoneServed, unionStaff } from "@niangjia/foundation/roles";
import { showChanges } from "./changes.ts";
import {
  employments,
  membershipChanges,
  nearbyPlaces,
  proposeUnions as proposeContract,
} from "./contract.ts";
import { findNearby } from "./nearby.ts";
import { proposeUnions } from "./propose.ts";
import { showEmployments } from "./work.ts";

export const routes: readonly Route[] = [
  route(proposeContract, { may: everyoneServed, run: proposeUnions }),
  route(nearbyPlaces, { may: everyoneServed, run: findNearby }),
  route(membershipChanges, { may: unionStaff, run: showChanges }),
  route(employments, { may: everyoneServed, run: showEmployments }),
];
