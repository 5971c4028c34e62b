// The room of organisations (工会组织库), as the server takes it up.
import { unionStaff } from "@niangjia/foundation/roles";
import type { Room } from "@niangjia/foundation/room";
import { routes } from "./routes.ts";

export const room: Room = {
  word: "organisations",
  title: "工会组织库",
  platform: "realname",
  functions: [
    { id: "organisations.register", title: "组织信息登记", may: unionStaff },
    { id: "organisations.change", title: "组织信息变更", may: unionStaff },
    { id: "organisations.reparent", title: "隶属关系调整", may: unionStaff },
    { id: "organisations.chart", title: "组织架构与查询", may: unionStaff },
  ],
  routes,
};
