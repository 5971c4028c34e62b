// Careers (履历): schooling, grade, party and work of an invented person, each fitting age and trade.
import { type Random, tallyOf, type Weighted } from "./random.ts";
import type { Schooling, Trade } from "./trades.ts";
import {
  type Education,
  type EmploymentStatus,
  educations,
  employmentStatuses,
  type HouseholdKind,
  type PoliticalStatus,
  politicalStatuses,
  type Sex,
  type SkillGrade,
  skillGrades,
} from "./words.ts";

/** Age at leaving a school of that kind, in years. */
export const leavingAge: Readonly<Record<Education, number>> = {
  小学: 16,
  初中: 16,
  职业高中: 18,
  技工学校: 18,
  中等专科: 18,
  普通高中: 18,
  大学专科: 21,
  大学本科: 22,
  研究生: 25,
};

const schooled = (text: string) => tallyOf(educations, text);
const grades = (text: string) => tallyOf(skillGrades, text);
const parties = (text: string) => tallyOf(politicalStatuses, text);

const educationBySchooling: Readonly<
  Record<Schooling, Readonly<Record<"older" | "younger", Weighted<Education>>>>
> = {
  low: {
    older: schooled("小学14 初中56 普通高中20 中等专科5 技工学校3 大学专科2"),
    younger: schooled("初中34 普通高中26 职业高中12 中等专科12 技工学校5 大学专科10 大学本科1"),
  },
  middle: {
    older: schooled("小学3 初中36 普通高中28 中等专科13 技工学校8 大学专科9 大学本科3"),
    younger: schooled(
      "初中12 普通高中16 职业高中10 中等专科12 技工学校10 大学专科27 大学本科12 研究生1",
    ),
  },
  high: {
    older: schooled("普通高中5 中等专科24 大学专科41 大学本科28 研究生2"),
    younger: schooled("中等专科3 大学专科29 大学本科58 研究生10"),
  },
};

/** Schooling of someone of that age (18 at least), who is out of that school by now. */
export function educationAt(random: Random, age: number, schooling: Schooling): Education {
  const { older, younger } = educationBySchooling[schooling];
  const education = random.weighted(age >= 40 ? older : younger);
  if (age >= leavingAge[education]) return education;
  return age >= leavingAge.大学专科 ? "大学专科" : "中等专科";
}

const gradesByAge: readonly (readonly [below: number, Weighted<SkillGrade>])[] = [
  [22, grades("学徒工5 初级工5")],
  [30, grades("学徒工1 初级工5 中级工5 高级工1")],
  [40, grades("初级工4 中级工6 高级工4 技师0.6")],
  [
    Number.POSITIVE_INFINITY,
    grades("初级工5 中级工5 高级工6 技师2 高级技师0.7 特级技师0.05 首席技师0.02"),
  ],
];

export function skillGradeAt(random: Random, age: number, trade: Trade): SkillGrade | null {
  if (!random.chance(trade.skilledShare)) return null;
  const [, grades] = gradesByAge.find(([below]) => age < below)!;
  return random.weighted(grades);
}

const partyByKind = {
  youth: parties("共青团员34 群众60 中共党员4 中共预备党员2"),
  learned: parties("群众74 中共党员23 民盟盟员1 民建会员1 无党派人士1"),
  most: parties("群众92.6 中共党员7 中共预备党员0.2 无党派人士0.2"),
};

export function politicalStatusAt(
  random: Random,
  age: number,
  schooling: Schooling,
): PoliticalStatus {
  if (age <= 28) return random.weighted(partyByKind.youth);
  return random.weighted(schooling === "high" ? partyByKind.learned : partyByKind.most);
}

const reformBegins = 2025 * 12;

/**
 * Age of retirement in months (2024-09-13 决定): 60, 55 and 50 years grow from 2025 on by one month
 * for every four months of later birth (every two for 50), up to 63, 58 and 55. Women in offices
 * and at desks retire at 55.
 */
export function retirementMonths(sex: Sex, atDesk: boolean, birthMonth: number): number {
  const base = sex === "男" ? 720 : atDesk ? 660 : 600;
  const late = birthMonth + base - reformBegins;
  if (late < 0) return base;
  const [step, most] = base === 600 ? [2, 60] : [4, 36];
  return base + Math.min(most, Math.floor(late / step) + 1);
}

const working = tallyOf(employmentStatuses, "在岗975 待岗12 失业9 病休4");

export const workingStatus = (random: Random): EmploymentStatus => random.weighted(working);

const ruralShare: Readonly<Record<Schooling, number>> = { low: 0.78, middle: 0.56, high: 0.24 };

export const householdKindOf = (random: Random, schooling: Schooling): HouseholdKind =>
  random.chance(ruralShare[schooling]) ? "农业户口" : "非农业户口";
