// Tests of reading notices (读放假通知): the State Council's own sentences give the table, slips in them are said.
import { describe, expect, test } from "vitest";
import { announcedHolidays } from "../holidays.ts";
import { calendarOf } from "../workdays.ts";
import { calendarWith } from "./check-notice.ts";
import { readNotice } from "./read-notice.ts";

const notice2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`;

const days = (spans: readonly string[]) =>
  calendarOf([{ year: 2026, off: spans, makeUp: [], source: "" }]);

describe("a notice as it is published", () => {
  test("gives the days off and the make-up days of the table, and passes over the rest", () => {
    const read = readNotice(2026, notice2026);
    if (!read.ok) throw new Error(read.say);
    const known = announcedHolidays.find(({ year }) => year === 2026)!;
    expect(days(read.value.off).off).toEqual(days(known.off).off);
    expect([...read.value.makeUp].sort()).toEqual([...known.makeUp].sort());
  });

  test("is read with other brackets, digits and spaces, and over the turn of the year", () => {
    const text = `元旦: ２０１８年12月30日至2019年1月1日放假调休,共 3 天。2018年12月29日(星期六)上班。`;
    const read = readNotice(2019, text);
    expect(read).toMatchObject({
      value: { off: ["2018-12-30..2019-01-01"], makeUp: ["2018-12-29"] },
    });
  });

  test.each([
    [
      "a weekday that is another",
      "元旦：1月1日（周四）至3日（周日）放假，共3天。",
      "2027年1月1日是周五",
    ],
    [
      "a length that is another",
      "元旦：1月1日（周五）至3日（周日）放假，共4天。",
      "是 3 天，不是 4 天",
    ],
    ["a day there is not", "清明节：4月31日放假。", "“4月31日”日历上没有"],
    ["a span that runs backwards", "国庆节：10月7日至1日放假。", "起止日期不对"],
    ["no days off", "请各地区妥善安排好值班工作。", "没有读到放假的日期"],
  ])("with %s is not taken, and says where", (_slip, text, say) => {
    expect(readNotice(2027, text)).toMatchObject({ ok: false, say: expect.stringContaining(say) });
  });
});

const lawful = [
  ...["2027-01-01..2027-01-03", "2027-02-05..2027-02-11", "2027-04-03..2027-04-05"],
  ...["2027-05-01..2027-05-05", "2027-06-09", "2027-09-15", "2027-10-01..2027-10-07"],
];

describe("a notice beside the law and the years that are known", () => {
  const withNotice = (changes: { year?: number; off?: string[]; makeUp?: string[] }) =>
    calendarWith(announcedHolidays, {
      year: 2027,
      off: lawful,
      makeUp: [],
      source: "通知",
      ...changes,
    });

  test("makes the year an announced one", () => {
    expect(withNotice({})).toMatchObject({
      ok: true,
      value: { announcedTo: 2027, lastYear: 2031 },
    });
  });

  test.each([
    ["of a year too far", { year: 2028 }, "2027 年的放假安排还没有装入"],
    ["of a year gone by", { year: 2019 }, "2019 年早于"],
    ["with a day of another year", { off: [...lawful, "2028-01-01"] }, "2028年1月1日不在 2027 年"],
    ["with a make-up day in the week", { makeUp: ["2027-02-12"] }, "2027年2月12日不是周末"],
    ["with a day both off and worked", { makeUp: ["2027-10-02"] }, "2027年10月2日又放假又上班"],
    ["without a holiday of the law", { off: lawful.slice(1) }, "2027年1月1日是法定节假日"],
    [
      "that works a day the year before has off",
      { makeUp: ["2026-12-06"], off: [...lawful, "2026-12-06"] },
      "又放假又上班",
    ],
  ])("%s is not taken, and says why", (_slip, changes, say) => {
    expect(withNotice(changes)).toMatchObject({ ok: false, say: expect.stringContaining(say) });
  });
});
