// Tests of menus (菜单): who is shown which platforms and rooms.
import { describe, expect, it } from "vitest";
import { rooms } from "../rooms.ts";
import { menuOf } from "./me.ts";

const shownTo = (role: Parameters<typeof menuOf>[1]) =>
  menuOf(rooms, role).flatMap(({ title, rooms }) => rooms.map((room) => `${title}/${room.title}`));

describe("the menu", () => {
  it("shows each administrator the rooms of their own work and nothing else", () => {
    expect(shownTo("system-admin")).toEqual(["系统管理/岗位与账号", "系统管理/放假安排"]);
    expect(shownTo("security-admin")).toEqual(["系统管理/岗位与账号"]);
    expect(shownTo("audit-admin")).toEqual(["系统管理/操作记录"]);
  });

  it("shows no administration to those who work with people", () => {
    for (const role of ["officer", "chair", "cadre"] as const) {
      expect(shownTo(role).filter((room) => room.startsWith("系统管理"))).toEqual([]);
      expect(shownTo(role)).toContain("实名制管理/工会组织库");
    }
  });
});
