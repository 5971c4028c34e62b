// The room of organisations (工会组织库), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { CaseRoom } from "@niangjia/registers/cases";
import { change } from "./change.ts";
import { register } from "./register.ts";
import { reparent } from "./reparent.ts";
import { routes } from "./routes.ts";

const cases = [register, change, reparent];

export const room: CaseRoom = {
  word: "organisations",
  title: "工会组织库",
  platform: "realname",
  functions: [
    ...cases.map(({ id, title, may }) => ({ id, title, may })),
    { id: "organisations.chart", title: "组织架构与查询", may: unionStaff },
  ],
  routes,
  cases,
};
