// Retirement age (法定退休年龄): individual since 2025, by sex and month of birth.
import { addCalendarDays, addCalendarMonths, type Day, yearOf } from "@niangjia/foundation/day";
import { parametersOn } from "./parameters.ts";

export type RetirementLine = "men" | "women";

const monthNumber = (day: Day): number => yearOf(day) * 12 + Number(day.slice(5, 7));

interface Rule {
  /** Months of age, before anybody had to wait. */
  readonly formerly: number;
  /** One month more for every so many begun since `from`; 0 for none. */
  readonly step: number;
  readonly from: Day;
  readonly atMost: number;
}

function ruleOn(line: RetirementLine, on: Day): Rule {
  const parameters = parametersOn(on);
  const { value: step, from } = parameters[`${line}Step`];
  const formerly = parameters[`${line}RetireAt`].value;
  return { formerly, step, from, atMost: parameters[`${line}DelayAtMost`].value };
}

function retires(birthDay: Day, { formerly, step, from, atMost }: Rule): Day {
  const reached = addCalendarMonths(birthDay, formerly);
  if (step === 0 || reached < from) return reached;
  const delay = Math.floor((monthNumber(reached) - monthNumber(from)) / step) + 1;
  return addCalendarMonths(birthDay, formerly + Math.min(delay, atMost));
}

/**
 * The day someone reaches the statutory age, as the rules in force on `on` have it. From the rule's first day on, whoever
 * reaches the former age waits one month more for every `step` months begun, up to a limit (2024-09-13 决定, 附表). Women
 * are taken at the former 55; those of the former 50 retire earlier. Early or late by agreement is not counted in.
 */
export const retirementDay = (birthDay: Day, line: RetirementLine, on: Day): Day =>
  retires(birthDay, ruleOn(line, on));

/** Who was born on this day or before has reached the age by `on`; who was born later has not. */
export function lastRetiredBirthDay(line: RetirementLine, on: Day): Day {
  const rule = ruleOn(line, on);
  let birthDay = addCalendarMonths(on, -rule.formerly);
  while (retires(birthDay, rule) > on) birthDay = addCalendarDays(birthDay, -1);
  return birthDay;
}
