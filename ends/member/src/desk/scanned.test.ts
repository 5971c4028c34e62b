// Tests of what was scanned (扫到的内容): posters of this house open their form, everything else says why not.
import { describe, expect, test } from "vitest";
import { readScanned } from "./scanned.ts";

const house = "https://gh.example.cn";
const form = (values: object) => ({ kind: "form", values });

describe("what a scan leads to", () => {
  test.each([
    [`${house}/app/fill?j=7QK4-ABCD-EFGH-2345`, { j: "7QK4-ABCD-EFGH-2345" }],
    ["HTTPS://GH.EXAMPLE.CN/app/fill?j=7QK4", { j: "7QK4" }],
    [
      `${house}/app/fill?id=membership.join&union=u1&unionName=%E6%98%9F%E6%B2%99+%E8%A1%97%E9%81%93`,
      { id: "membership.join", union: "u1", unionName: "星沙 街道" },
    ],
    [" 7qk4-abcd-efgh-2345 ", { j: "7QK4-ABCD-EFGH-2345" }],
    ["7qk4abcdefgh2345", { j: "7QK4ABCDEFGH2345" }],
  ])("%s is the form it names", (text, values) => {
    expect(readScanned(text, house)).toEqual(form(values));
  });

  test.each([
    "https://evil.example/app/fill?j=7QK4",
    "https://gh.example.cn.evil.example/app/fill?j=7QK4",
    "https://gh.example.cn:444/app/fill?j=7QK4",
    "http://gh.example.cn/app/fill?j=7QK4",
  ])("%s is not of this house", (text) => {
    expect(readScanned(text, house)).toMatchObject({ say: expect.stringContaining("为了安全") });
  });

  test.each([
    `${house}/app/card`,
    `${house}/app/fill?union=u1`,
    `${house}/app/fill?j=%E0%A4%A`,
    "https://gh.example.cn@evil.example/app/fill?j=7QK4",
    "javascript:alert(1)",
    "7QK4-ABCD",
    "",
  ])("%s is no invitation", (text) => {
    expect(readScanned(text, house)).toMatchObject({ say: expect.stringContaining("不是入会码") });
  });
});
