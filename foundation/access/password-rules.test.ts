// Rules of passwords, as a table of what is taken and what is not.
import { describe, expect, it } from "vitest";
import { weaknessOf } from "./password-rules.ts";

const owner = { name: "张三", phone: "13900139000" };

describe("a password", () => {
  it.each([
    ["Xiang-jiang 7", undefined],
    ["岳麓山下 Aiwan7亭", undefined],
    ["four horses by the lake", undefined],
    ["Ab1-efghj", "至少 10 个字符"],
    ["correct horse", "至少三种"],
    ["Zhang-00139000", "姓名或手机号"],
    ["张三的Password7", "姓名或手机号"],
    ["Huuuuge lake 7", "四个以上相同"],
    ["Lake-23456-oak", "连着的字符"],
    ["Lake-EDCBA-oak7", "连着的字符"],
    ["My-PassW0rd-7x", "“passw0rd”"],
  ])("“%s” is found %s", (password, found) => {
    const said = weaknessOf(password, owner);
    if (found === undefined) expect(said).toBeUndefined();
    else expect(said).toContain(found);
  });
});
