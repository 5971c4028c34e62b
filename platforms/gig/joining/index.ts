// The room of joining (新业态入会), as the server takes it up.
import { selves, unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { federation } from "./federation.ts";
import { reactions } from "./reactions.ts";
import { routes } from "./routes.ts";
import { scan } from "./scan.ts";

const cases = [scan, federation];

export const room: CaseRoom = {
  word: "joining",
  title: "新业态入会",
  platform: "gig",
  functions: [
    { id: scan.id, title: scan.title, may: [...scan.may, ...unionStaff] },
    { id: federation.id, title: federation.title, may: federation.may },
    { id: "joining.serve", title: "先服务后入会", may: [...unionStaff, ...selves, "partner"] },
    { id: "joining.rate", title: "入会率统计", may: unionStaff },
  ],
  routes,
  reactions,
  cases,
};
