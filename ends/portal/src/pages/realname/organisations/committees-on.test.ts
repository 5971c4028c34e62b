// Who is in office on a day: between two terms, after a seat changed hands, and before all of them.
import { describe, expect, test } from "vitest";
import { inOfficeOn } from "./committees-on.ts";

const seat = (name: string, fromDay: string, toDay: string | null = null) => ({
  ...{ officeTitle: "主席", name, votes: null, fromDay, toDay },
});
const body = (...seats: ReturnType<typeof seat>[]) => [{ title: "工会委员会", seats }];

const terms = [
  {
    ...{ number: 2, fromDay: "2026-12-05", toDay: "2031-12-04", extendedTo: null, endedDay: null },
    ...{ chair: "陈立新", bodies: body(seat("陈立新", "2026-12-05")) },
  },
  {
    ...{ number: 1, fromDay: "2022-01-10", toDay: "2025-01-09", extendedTo: "2025-07-09" },
    ...{ endedDay: "2026-12-04", chair: "李小满" },
    bodies: body(
      seat("周正", "2022-01-10", "2023-05-31"),
      seat("李小满", "2023-06-01", "2026-12-04"),
    ),
  },
];

const namesOn = (day: string | undefined): string[] =>
  inOfficeOn(terms, day).flatMap(({ number, bodies }) =>
    bodies.flatMap(({ seats }) => seats.map(({ name }) => `${number} ${name}`)),
  );

describe("the committee on a day", () => {
  test.each([
    ["2022-01-09", []],
    ["2022-01-10", ["1 周正"]],
    ["2023-05-31", ["1 周正"]],
    ["2023-06-01", ["1 李小满"]],
    // Run out, and still in office: nobody else was elected.
    ["2026-12-04", ["1 李小满"]],
    ["2026-12-05", ["2 陈立新"]],
    ["2032-01-01", ["2 陈立新"]],
    [undefined, ["2 陈立新"]],
  ])("of %s is %j", (day, names) => {
    expect(namesOn(day)).toEqual(names);
  });

  test("tells a term's last day as it was put off or ended", () => {
    expect(inOfficeOn(terms, "2024-01-01")[0]?.endDay).toBe("2026-12-04");
    expect(inOfficeOn(terms, "2027-01-01")[0]?.endDay).toBe("2031-12-04");
  });
});
