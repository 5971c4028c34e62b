// Tests of masks (脱敏).
import fc from "fast-check";
import { expect, test } from "vitest";
import { maskAddress, maskBankAccount, maskIdNumber, maskName, maskPhone } from "./masks.ts";

test.each([
  ["张三", "张*"],
  ["张小三", "张*三"],
  ["欧阳小三", "欧**三"],
  ["买买提·艾山", "买****山"],
  ["𠮷田", "𠮷*"],
  ["张", "*"],
  ["", ""],
])("the name %s is shown as %s", (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test("an identity number keeps its province and last four", () => {
  expect(maskIdNumber("430124199001011234")).toBe("430***********1234");
  expect(maskIdNumber("430124900101123")).toBe("430********1123");
  expect(maskIdNumber("E12345678")).toBe("E******78");
  expect(maskIdNumber("A12")).toBe("***");
});

test("a phone keeps three and four, an account its last four", () => {
  expect(maskPhone("13800138000")).toBe("138****8000");
  expect(maskPhone("8888888")).toBe("*****88");
  expect(maskBankAccount("6222021234567891234")).toBe("***************1234");
  expect(maskBankAccount("1234")).toBe("****");
});

test.each([
  ["湖南省长沙市岳麓区麓山南路932号", "湖南省长沙市岳麓区****"],
  ["湖南省湘西土家族苗族自治州吉首市人民路1号", "湖南省湘西土家族苗族自治州吉首市****"],
  ["长沙县星沙街道开元路8号", "长沙县****"],
  ["湖南省浏阳市淮川街道人民路小区3栋", "湖南省浏阳市****"],
  ["新疆维吾尔自治区和田地区和田县某乡某村", "新疆维吾尔自治区和田地区和田县****"],
  ["北京市海淀区中关村大街5号", "北京市海淀区****"],
  ["开元路8号201室", "****"],
  ["湖南省长沙市", "湖南省长沙市"],
])("%s is shown as %s", (address, shown) => {
  expect(maskAddress(address)).toBe(shown);
});

test("a mask hides something of every text that holds more than it may show", () => {
  const someText = fc.string({ unit: fc.constantFrom(..."0123456789X"), minLength: 1 });
  fc.assert(
    fc.property(someText, (text) => {
      for (const mask of [maskName, maskIdNumber, maskPhone, maskBankAccount]) {
        const shown = mask(text);
        expect(shown).toHaveLength(text.length);
        expect(shown).toContain("*");
      }
    }),
  );
});
