// Checks (数据检查): what a sound record keeps to, each rule once: for scores, for the list of doubts, for sending back to be mended.
import { type ListName, listOn } from "@niangjia/foundation/codelists";
import { addCalendarMonths, type Day, day, startOfDay } from "@niangjia/foundation/day";
import { type RawBuilder, sql } from "kysely";
import { parametersOn } from "./parameters.ts";
import { lastRetiredBirthDay } from "./retirement.ts";

/** A condition over a person `p`, their living membership `m` and its union `u`. */
export type Condition = RawBuilder<unknown>;

/** Whoever is on the roster (在册和保留会籍); what every condition of a check is over. */
export const onRoster: Condition = sql`member.persons p
  join member.memberships m on m.person_id = p.id and m.state in ('active', 'kept')
  join organisation.unions u on u.id = m.union_id`;

export const aspects = {
  completeness: "完整性",
  validity: "有效性",
  uniqueness: "唯一性",
  consistency: "一致性",
  timeliness: "及时性",
} as const;
export type Aspect = keyof typeof aspects;

export interface Check {
  readonly code: string;
  readonly aspect: Aspect;
  /** The same on every day; numbers that change with a date stand in `say`. */
  readonly title: string;
  /** What is wrong and how to mend it, without personal data. */
  readonly say: string;
  /** Whom it is asked of; everyone when left out. */
  readonly applies?: Condition;
  /** True for a record that does not keep to it. May be null, which is sound. */
  readonly fails: Condition;
  /** A value that can hardly be true, rather than one that is missing or old. */
  readonly doubtful?: true;
}

const missing = (
  code: string,
  title: string,
  options: Pick<Check, "fails" | "applies">,
): Check => ({
  code: `missing.${code}`,
  aspect: "completeness",
  title: `没有填${title}`,
  say: `没有填${title}，请补上。`,
  ...options,
});

const isGig = sql`p.gig_occupation is not null`;
const notGig = sql`p.gig_occupation is null`;

/** What the national import sheet asks for and a trade cannot do without (实名制基础数据 2018; 2021 年起数据须有清晰的职业). */
const completeness: readonly Check[] = [
  missing("birth", "出生日期", { fails: sql`p.birth_day is null` }),
  missing("phone", "手机号", { fails: sql`p.phone_blind is null` }),
  missing("ethnic", "民族", { fails: sql`p.ethnic_group is null` }),
  missing("education", "学历", { fails: sql`p.education is null` }),
  missing("political", "政治面貌", { fails: sql`p.political_status is null` }),
  missing("employment", "就业状况", { fails: sql`p.employment is null` }),
  missing("household-kind", "户籍类型", { fails: sql`p.household_kind is null` }),
  missing("household", "户籍所在地", { fails: sql`p.household is null` }),
  missing("employer", "工作单位", { applies: notGig, fails: sql`p.employer is null` }),
  missing("occupation", "工种（职业）", { applies: isGig, fails: sql`p.occupation is null` }),
];

const yearsBefore = (years: number, today: Day): Day => addCalendarMonths(today, -12 * years);

const doubtful = { doubtful: true } as const;

function possibleDays(today: Day): Check[] {
  const parameters = parametersOn(today);
  const youngest = parameters.youngest.value;
  const oldest = parameters.oldest.value;
  return [
    {
      code: "birth.future",
      title: "出生日期还没到",
      say: "出生日期在今天以后，请照证件改正。",
      fails: sql`p.birth_day > ${today}::date`,
    },
    {
      code: "age.too-young",
      title: "未到入会年龄",
      say: `不满 ${youngest} 周岁不能入会，请照证件核对出生日期。`,
      fails: sql`p.birth_day > ${yearsBefore(youngest, today)}::date and p.birth_day <= ${today}::date`,
    },
    {
      code: "age.too-old",
      title: "年龄过大",
      say: `年龄超过 ${oldest} 周岁，请照证件核对出生日期；本人已去世的，请办理离会。`,
      fails: sql`p.birth_day <= ${yearsBefore(oldest + 1, today)}::date`,
    },
    {
      code: "joined.future",
      title: "入会日期还没到",
      say: "入会日期在今天以后，请核对年、月、日。",
      fails: sql`m.joined_day > ${today}::date`,
    },
    {
      code: "joined.too-young",
      title: "入会时未到入会年龄",
      say: `入会日期在年满 ${youngest} 周岁以前，请核对入会日期和出生日期。`,
      fails: sql`m.joined_day < p.birth_day + make_interval(years => ${youngest})`,
    },
    {
      code: "joined.before-union",
      title: "入会早于工会成立",
      say: "入会日期早于本会成立日期，请核对入会日期，或请上级工会核对成立日期。",
      fails: sql`m.joined_day < u.since_day`,
    },
  ].map((check) => ({ ...check, aspect: "validity" as const, ...doubtful }));
}

const coded: readonly (readonly [column: string, list: ListName])[] = [
  ["ethnic_group", "ethnic-group"],
  ["education", "education"],
  ["political_status", "political-status"],
  ["skill_grade", "skill-grade"],
  ["employment", "employment"],
  ["household_kind", "household-kind"],
  ["gig_occupation", "gig-occupation"],
];

function knownCodes(today: Day): Check {
  const strange = coded.map(([column, list]) => {
    const codes = listOn(list, today).entries.map(({ code }) => code);
    return sql`${sql.ref(`p.${column}`)} <> all(${codes}::text[])`;
  });
  return {
    code: "code.unknown",
    aspect: "validity",
    title: "用了不在代码表里的代码",
    say: "有一项不在现行代码表里，请照现行代码表重新选择。",
    fails: sql`(${sql.join(strange, sql` or `)})`,
  };
}

const identity: readonly Check[] = [
  {
    code: "identity.mismatched",
    aspect: "validity",
    title: "实名核验不一致",
    say: "姓名和证件号码核验不一致，请照证件改正写错的一个。",
    fails: sql`p.verified = 'mismatched'`,
  },
  {
    code: "identity.unknown",
    aspect: "validity",
    title: "实名核验查无此人",
    say: "核验时查无此人，请照证件核对姓名和证件号码。",
    fails: sql`p.verified = 'unknown'`,
  },
];

/** The 17th digit of an identity number stands in the mask, which keeps the last four. */
const saysSex = sql`p.document_kind in ('111', '112', '113', '553', 'H01', 'H02') and length(p.id_mask) = 18`;
const oddSex = sql`position(substr(p.id_mask, 17, 1) in '13579') > 0`;

function agreement(today: Day): Check[] {
  const men = lastRetiredBirthDay("men", today);
  const women = lastRetiredBirthDay("women", today);
  const youngest = parametersOn(today).retiredYoungest.value;
  const retired = sql`p.birth_day <= case p.sex when '2' then ${women}::date else ${men}::date end`;
  return [
    {
      code: "sex.differs",
      title: "性别和证件不一致",
      say: "性别和证件号码第 17 位不一致（单数为男、双数为女），请照证件改正。",
      applies: saysSex,
      fails: sql`${oddSex} is distinct from (p.sex = '1')`,
      ...doubtful,
    },
    {
      code: "retired.working",
      title: "到了退休年龄仍为在岗",
      say: "已到本人的法定退休年龄，就业状况仍是在岗；办了退休的请改正，弹性延迟或返聘的请核实后确认。",
      // Who has no employer has nobody that would retire them.
      applies: sql`p.gig_occupation is null and p.employer is not null`,
      fails: sql`p.employment = '1' and ${retired}`,
      ...doubtful,
    },
    {
      code: "retired.too-young",
      title: "退休年龄过早",
      say: `就业状况是退休，但不满 ${youngest} 周岁，请核对就业状况和出生日期。`,
      fails: sql`p.employment = '4' and p.birth_day > ${yearsBefore(youngest, today)}::date`,
      ...doubtful,
    },
    {
      code: "retired.counted",
      title: "已退休，会籍没有办保留",
      say: "就业状况是退休或离休，会籍还是在册，请办理保留会籍（会籍管理办法第十七条）。",
      fails: sql`p.employment in ('4', '5') and m.state = 'active'`,
    },
    {
      code: "kept.working",
      title: "保留会籍但在岗",
      say: "会籍是保留，就业状况却是在岗，请恢复会籍或改正就业状况。",
      fails: sql`p.employment = '1' and m.state = 'kept'`,
    },
  ].map((check) => ({ ...check, aspect: "consistency" as const }));
}

function freshness(today: Day): Check {
  const months = parametersOn(today).staleAfter.value;
  const since = startOfDay(addCalendarMonths(today, -months));
  return {
    code: "stale",
    aspect: "timeliness",
    title: "长期没有核对",
    say: `信息已有 ${months} 个月没有更新或核验，请向本人核对后重新导入或变更。`,
    fails: sql`greatest(p.updated_at, p.verified_at) < ${since}::timestamptz`,
  };
}

let latest: { readonly today: Day; readonly checks: readonly Check[] } | undefined;

/** Every check of the register as it stands on a day. Uniqueness takes two records and is found elsewhere. */
export function checksOn(today: Day): readonly Check[] {
  // Finding who has reached retirement walks through birth days; a day is asked for many times over.
  if (latest?.today !== today) {
    const checks = [
      ...completeness,
      ...possibleDays(today),
      knownCodes(today),
      ...identity,
      ...agreement(today),
      freshness(today),
    ];
    latest = { today, checks };
  }
  return latest.checks;
}

/** What each check is called, by code. */
export const checkTitles: Readonly<Record<string, string>> = Object.fromEntries(
  checksOn(day("2018-01-01")).map(({ code, title }) => [code, title]),
);
