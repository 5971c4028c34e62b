// The only list of rooms: what is not here is not in the house.
import { accessRoutes } from "@niangjia/foundation/access";
import { auditRoutes, sealSweep } from "@niangjia/foundation/audit";
import { fileRoutes } from "@niangjia/foundation/files";
import { noticeRoutes } from "@niangjia/foundation/notices";
import type { Room } from "@niangjia/foundation/room";
import { members } from "@niangjia/registers/members";
import { register as organisations } from "@niangjia/registers/organisations";

/** The foundation's own rooms: doors every house has. */
const ground: readonly Room[] = [
  { word: "access", title: "登录与岗位", routes: accessRoutes },
  { word: "audit", title: "操作记录", routes: auditRoutes, sweeps: [sealSweep] },
  { word: "files", title: "文件", routes: fileRoutes },
  { word: "notices", title: "通知", routes: noticeRoutes },
];

export const rooms: readonly Room[] = [...ground, organisations, members];
