// The room of joining (新业态入会), as the server takes it up.
import { selves, unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { federation } from "./federation.ts";
import { federationJoin } from "./federation-join.ts";
import { federationLeave } from "./federation-leave.ts";
import { reactions } from "./reactions.ts";
import { routesAt } from "./routes.ts";
import { scan } from "./scan.ts";

const cases = [scan, federation, federationJoin, federationLeave];

/** `address` is where people reach the house, such as `https://gh.example.gov.cn`: posters lead there. */
export const roomAt = (address: string): CaseRoom => ({
  word: "joining",
  title: "新业态入会",
  platform: "gig",
  functions: [
    { id: scan.id, title: scan.title, may: [...scan.may, ...unionStaff] },
    { id: federation.id, title: federation.title, may: federation.may },
    { id: federationJoin.id, title: federationJoin.title, may: federationJoin.may },
    { id: federationLeave.id, title: federationLeave.title, may: federationLeave.may },
    { id: "joining.serve", title: "先服务后入会", may: [...unionStaff, ...selves, "partner"] },
    { id: "joining.rate", title: "入会率统计", may: unionStaff },
  ],
  routes: routesAt(address),
  reactions,
  cases,
});
