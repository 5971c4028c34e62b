// Retirement age (法定退休年龄): individual since 2025, by sex and month of birth.
import { addCalendarDays, addCalendarMonths, type Day, yearOf } from "@niangjia/foundation/day";
import { parameters } from "./parameters.ts";

export type RetirementLine = "men" | "women";

const monthNumber = (day: Day): number => yearOf(day) * 12 + Number(day.slice(5, 7));

/**
 * The day someone reaches the statutory age, as the rules in force on `on` have it. From the rule's first day on, whoever
 * reaches the former age waits one month more for every `step` months begun, up to a limit (2024-09-13 决定, 附表). Women
 * are taken at the former 55; those of the former 50 retire earlier. Early or late by agreement is not counted in.
 */
export function retirementDay(birthDay: Day, line: RetirementLine, on: Day): Day {
  const base = parameters.on(on, `retirement.${line}.months`);
  const { value: step, from } = parameters.stated(on, `retirement.${line}.step`);
  const formerly = addCalendarMonths(birthDay, base);
  if (step === 0 || formerly < from) return formerly;
  const delay = Math.floor((monthNumber(formerly) - monthNumber(from)) / step) + 1;
  const atMost = parameters.on(on, `retirement.${line}.atMost`);
  return addCalendarMonths(birthDay, base + Math.min(delay, atMost));
}

/** Who was born on this day or before has reached the age by `on`; who was born later has not. */
export function lastRetiredBirthDay(line: RetirementLine, on: Day): Day {
  let birthDay = addCalendarMonths(on, -parameters.on(on, `retirement.${line}.months`));
  while (retirementDay(birthDay, line, on) > on) birthDay = addCalendarDays(birthDay, -1);
  return birthDay;
}
