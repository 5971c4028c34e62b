// The only list of rooms: what is not here is not in the house.
import { accessRoutes } from "@niangjia/foundation/access";
import { auditRoutes, sealSweep } from "@niangjia/foundation/audit";
import { calendarRoutes } from "@niangjia/foundation/calendar";
import { fileRoutes } from "@niangjia/foundation/files";
import { receiptSweep } from "@niangjia/foundation/http";
import { noticeRoutes } from "@niangjia/foundation/notices";
import type { Room } from "@niangjia/foundation/room";
import { roomAt as joiningAt } from "@niangjia/platforms/gig/joining";
import { room as election } from "@niangjia/platforms/grassroots/election";
import { room as founding } from "@niangjia/platforms/grassroots/founding";
import { room as legalAid } from "@niangjia/platforms/grassroots/legal-aid";
import { room as mediation } from "@niangjia/platforms/grassroots/mediation";
import { room as proposals } from "@niangjia/platforms/grassroots/proposals";
import { roomAt as cardAt } from "@niangjia/platforms/realname/card";
import { room as dataQuality } from "@niangjia/platforms/realname/data-quality";
import { membership } from "@niangjia/platforms/realname/membership";
import { room as organisationsRoom } from "@niangjia/platforms/realname/organisations";
import { roster } from "@niangjia/platforms/realname/roster";
import { type CaseRoom, casesRoom } from "@niangjia/registers/cases";
import { accountsOfSamePerson, members } from "@niangjia/registers/members";
import { register as organisations } from "@niangjia/registers/organisations";
import { rulesRoom } from "@niangjia/registers/rules";

/** The foundation's own rooms: doors every house has. */
const ground: readonly Room[] = [
  {
    word: "access",
    title: "岗位与账号",
    platform: "administration",
    functions: [
      { id: "access.posts", title: "岗位名单", may: ["system-admin", "security-admin"] },
      { id: "access.ask-post", title: "申请设置岗位", may: ["system-admin"] },
      { id: "access.approve-post", title: "批准岗位", may: ["security-admin"] },
      { id: "access.resets", title: "重置密码和动态口令", may: ["security-admin"] },
    ],
    routes: accessRoutes(accountsOfSamePerson),
    sweeps: [receiptSweep],
  },
  {
    word: "audit",
    title: "操作记录",
    platform: "administration",
    functions: [
      { id: "audit.entries", title: "操作记录", may: ["audit-admin"] },
      { id: "audit.looks", title: "敏感信息查看记录", may: ["audit-admin"] },
    ],
    routes: auditRoutes,
    sweeps: [sealSweep],
  },
  {
    word: "calendar",
    title: "放假安排",
    platform: "administration",
    functions: [{ id: "calendar.announce", title: "装入放假安排", may: ["system-admin"] }],
    routes: calendarRoutes,
  },
  { word: "files", title: "文件", routes: fileRoutes },
  { word: "notices", title: "通知", routes: noticeRoutes },
];

/** Rooms of the five platforms. */
const platformsAt = (address: string): readonly CaseRoom[] => [
  roster,
  organisationsRoom,
  membership,
  cardAt(address),
  dataQuality,
  joiningAt(address),
  mediation,
  legalAid,
  founding,
  election,
  proposals,
];

/** The rooms of a house that people reach at `address`, such as `https://gh.example.gov.cn`. */
export function roomsAt(address: string): readonly Room[] {
  const platforms = platformsAt(address);
  return [
    ...ground,
    organisations,
    rulesRoom(platforms, accountsOfSamePerson),
    members,
    casesRoom(platforms, address),
    ...platforms,
  ];
}

/** The rooms where nobody follows what is printed: for documents, tools and tests. */
export const rooms = roomsAt("http://localhost:8080");
