// Tests of finding a service (找服务): Chinese, pinyin, initials and a worker's own words.
import { expect, test } from "vitest";
import { byLifeEvent, type Functions, openOnly, type Service, searchServices } from "./services.ts";

const service = (id: string, title: string, words: string[], closed: Service["closed"] = null) => ({
  ...{ id, title, words, closed },
  says: "",
});

const groups: Functions = [
  {
    platform: "realname",
    room: "membership",
    title: "会籍",
    functions: [
      service("membership.join", "入会申请", ["加入工会", "ruhuishenqing", "rhsq"]),
      service("membership.leave", "退会", ["tuihui", "th"], {
        say: "您还不是会员。",
        next: "请先入会。",
      }),
    ],
  },
  {
    platform: "benefits",
    room: "aid",
    title: "帮扶",
    functions: [service("aid.medical", "医疗救助", ["看病花了很多钱", "yiliaojiuzhu", "yljz"])],
  },
  {
    platform: "gig",
    room: "unheard-of",
    title: "别的事",
    functions: [service("x", "某事", [])],
  },
];

const found = (typed: string) => searchServices(groups, typed).map(({ id }) => id);

test.each([
  ["入会", "membership.join"],
  ["rhsq", "membership.join"],
  ["RUHUI", "membership.join"],
  ["看病", "aid.medical"],
  ["ｙｌｊｚ", "aid.medical"],
])("%s finds %s", (typed, id) => {
  expect(found(typed)[0]).toBe(id);
});

test("a title that begins so comes before one that holds it", () => {
  expect(found("会")).toEqual(["membership.join", "membership.leave"]);
  expect(found("退会")[0]).toBe("membership.leave");
});

test("nothing typed finds nothing, and so does a word nobody uses", () => {
  expect(found("  ")).toEqual([]);
  expect(found("火箭")).toEqual([]);
});

test("services stand under what happens in a life; a room nobody placed keeps its own title", () => {
  expect(byLifeEvent(groups).map(({ title, services }) => [title, services.length])).toEqual([
    ["入会和会籍", 2],
    ["遇到难处", 1],
    ["别的事", 1],
  ]);
});

test("what is closed now is found when asked for, and not offered otherwise", () => {
  expect(found("tuihui")).toEqual(["membership.leave"]);
  const [membership] = openOnly(groups);
  expect(membership?.functions.map(({ id }) => id)).toEqual(["membership.join"]);
});
