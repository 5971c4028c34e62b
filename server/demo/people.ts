// Synthetic people (合成人员): members whose facts fit together, and of whom nobody exists.
import { addCalendarMonths, ageOn, type Day, yearOf } from "@niangjia/foundation/day";
import type { OrgPath } from "@niangjia/foundation/orgpath";
import { dayAt, epochDayOf } from "./calendar.ts";
import {
  educationAt,
  householdKindOf,
  leavingAge,
  politicalStatusAt,
  retirementMonths,
  skillGradeAt,
  workingStatus,
} from "./careers.ts";
import type { DemoUnion } from "./demo-union.ts";
import { homeFor } from "./homes.ts";
import { personName } from "./names.ts";
import { firstApart, IdentityRegistrar, memberPhone } from "./numbers.ts";
import { createRandom, type Random, type Weighted, weigh } from "./random.ts";
import { type Schooling, type Trade, trades } from "./trades.ts";
import { demoToday, demoUnions, isShownFirm } from "./unions.ts";
import type {
  Education,
  EmploymentStatus,
  EthnicGroup,
  GigGroup,
  HouseholdKind,
  PoliticalStatus,
  Sex,
  SkillGrade,
} from "./words.ts";

export interface DemoPerson {
  readonly name: string;
  readonly sex: Sex;
  readonly birthDay: Day;
  /** 18 characters, unlike everybody else's of the same seed. */
  readonly idNumber: string;
  /** Null for the few without a mobile phone. */
  readonly phone: string | null;
  readonly ethnicGroup: EthnicGroup;
  readonly education: Education;
  readonly skillGrade: SkillGrade | null;
  readonly politicalStatus: PoliticalStatus;
  readonly employmentStatus: EmploymentStatus;
  readonly householdKind: HouseholdKind;
  /** 户籍所在地, as an address down to the county. */
  readonly household: string;
  /** 籍贯. */
  readonly nativePlace: string;
  readonly occupation: string;
  readonly gigGroup: GigGroup | null;
  /** Name of the employer; null for gig workers who belong to their trade's union directly. */
  readonly employer: string | null;
  readonly migrantWorker: boolean;
  /** The union they are a member of. */
  readonly unionPath: OrgPath;
  readonly joinedDay: Day;
}

export interface PeopleWishes {
  /** Where they are members; the unions of the same seed when left out. */
  readonly unions?: readonly DemoUnion[];
  readonly today?: Day;
  /**
   * Makes people who are not among the demo's members: no number of theirs is a member's of any
   * seed.
   */
  readonly apart?: boolean;
}

interface World {
  readonly random: Random;
  readonly registrar: IdentityRegistrar;
  readonly today: Day;
}

/** Where one age group begins and the next ends, in years. */
const ageBounds = [18, 25, 35, 45, 55, 65];

const ageGroups = (...weights: number[]) => weigh(weights.map((weight, group) => [group, weight]));

const ageGroupsBySchooling: Readonly<Record<Schooling, Weighted<number>>> = {
  low: ageGroups(7, 22, 28, 30, 13),
  middle: ageGroups(10, 29, 29, 22, 10),
  high: ageGroups(9, 36, 30, 19, 6),
};

const youngestLearned = 22;
const daysAYear = 365.2425;

function birthDayOf({ random, today }: World, schooling: Schooling): Day {
  const group = random.weighted(ageGroupsBySchooling[schooling]);
  const drawn = random.int(ageBounds[group]!, ageBounds[group + 1]! - 1);
  const age = schooling === "high" ? Math.max(drawn, youngestLearned) : drawn;
  return dayAt(epochDayOf(today) - Math.ceil(age * daysAYear) - random.int(0, 364));
}

const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Whether a pension is due; gig workers and villagers have no employer that would retire them. */
function isRetired(today: Day, birthDay: Day, { sex, trade }: { sex: Sex; trade: Trade }): boolean {
  if (trade.gigGroup || trade.firmTypes === null) return false;
  const birthMonth = monthOf(birthDay);
  const due = birthMonth + retirementMonths(sex, trade.schooling === "high", birthMonth);
  return due < monthOf(today);
}

/** Few stay on the list once retired (保留会籍). */
const retiredStay = 0.15;

function lifeOf(world: World, trade: Trade) {
  const { random, today } = world;
  const sex: Sex = random.chance(trade.maleShare) ? "男" : "女";
  for (;;) {
    const birthDay = birthDayOf(world, trade.schooling);
    const retired = isRetired(today, birthDay, { sex, trade });
    if (!retired || random.chance(retiredStay)) return { sex, birthDay, retired };
  }
}

/** A day of joining since one has left school and the union exists, more often a late one. */
function joinedDayOf({ random, today }: World, earliest: Day, foundedDay: Day): Day {
  const last = epochDayOf(today);
  const first = Math.min(last, epochDayOf(earliest > foundedDay ? earliest : foundedDay));
  return dayAt(first + Math.floor((last - first + 1) * random.next() ** 0.8));
}

/** One member of that union, the demo's n-th person. */
function invent(world: World, union: DemoUnion, index: number): DemoPerson {
  const { random, registrar, today } = world;
  const trade = trades[union.trade!];
  const { schooling } = trade;
  const { sex, birthDay, retired } = lifeOf(world, trade);
  const age = ageOn(birthDay, today);
  const home = homeFor(random, union.divisionCode.slice(0, 6));
  const ethnicGroup = random.weighted(home.ethnicGroups);
  const education = educationAt(random, age, schooling);
  const householdKind = householdKindOf(random, schooling);
  const leftSchool = addCalendarMonths(birthDay, Math.max(18, leavingAge[education]) * 12);
  return {
    name: personName(random, { sex, birthYear: yearOf(birthDay), ethnicGroup }),
    sex,
    birthDay,
    idNumber: registrar.issue(home.identityCode, epochDayOf(birthDay), sex),
    phone: index > 0 && random.chance(age > 55 ? 0.03 : 0.002) ? null : memberPhone(index),
    ethnicGroup,
    education,
    skillGrade: skillGradeAt(random, age, trade),
    politicalStatus: politicalStatusAt(random, age, schooling),
    employmentStatus: retired ? "退休" : workingStatus(random),
    householdKind,
    household: home.household,
    nativePlace: home.nativePlace,
    occupation: random.weighted(trade.jobs),
    gigGroup: trade.gigGroup,
    employer: union.employer?.name ?? null,
    migrantWorker: !retired && householdKind === "农业户口" && random.chance(trade.migrantShare),
    unionPath: union.path,
    joinedDay: joinedDayOf(world, leftSchool, union.foundedDay),
  };
}

/**
 * The first `count` people of a seed, one at a time. Asking for more gives the same ones and goes
 * on; identity and phone numbers never repeat. Members are spread over the unions as their staff
 * is; the very first belongs to the firm that the demo accounts show, and has a phone.
 */
export function* people(
  seed: string,
  count: number,
  wishes: PeopleWishes = {},
): Generator<DemoPerson, void> {
  const { today = demoToday, unions = demoUnions(seed, { today }), apart = false } = wishes;
  const world: World = {
    random: createRandom(`${seed}/people`),
    registrar: new IdentityRegistrar(apart ? "apart" : "members"),
    today,
  };
  const joinable = weigh(unions.map((union) => [union, union.ownStaffCount]));
  const shown = unions.find(isShownFirm);
  for (let index = 0; index < count; index += 1) {
    const drawn = world.random.weighted(joinable);
    const union = index === 0 && shown ? shown : drawn;
    yield invent(world, union, apart ? firstApart + index : index);
  }
}
