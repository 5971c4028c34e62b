// Tests of the palette (全局搜索): which functions the typed words find.
import { expect, test } from "vitest";
import { functionsFor } from "./palette-hits.ts";

const menu = [
  {
    platform: "realname",
    title: "实名制管理平台",
    rooms: [
      {
        room: "roster",
        title: "实名采集",
        path: "/realname/roster",
        functions: [{ id: "roster.import", title: "名册导入" }],
      },
    ],
  },
];

test("with nothing typed the rooms are offered", () => {
  expect(functionsFor(menu, "").hits.map(({ title }) => title)).toEqual(["实名采集"]);
});

test("a function is found by a part of its title and opens its room", () => {
  expect(functionsFor(menu, "导入").hits).toEqual([
    {
      key: "roster.import",
      title: "名册导入",
      detail: "实名制管理平台 · 实名采集",
      path: "/realname/roster",
    },
  ]);
});
